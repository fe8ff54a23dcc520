// The one look of all documents: calm, typographic, in light and dark, on paper and on a phone.

/// Every colour pair used for text has a contrast of at least 4.5 : 1 in both schemes.
let style: Markup = #"""
    :root {
      --paper: #fcfbf8; --ink: #1d1c1a; --soft: #5d5850; --line: #ddd8ce; --wash: #f3f0ea;
      --accent: #19596b; --first: #8b8377; --first-fill: #e4dfd5; --good: #1c6642; --bad: #a02c22; --caution: #7a5200;
      --good-wash: #e9f2ec; --bad-wash: #f9ebe8; --caution-wash: #f8f0dc;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171715; --ink: #ebe8e1; --soft: #aaa498; --line: #3a3833; --wash: #21201d;
        --accent: #7dc1d4; --first: #a39b8e; --first-fill: #45413a; --good: #7fcba1; --bad: #f19d92; --caution: #e3bd6a;
        --good-wash: #1c2a22; --bad-wash: #2f1f1c; --caution-wash: #2b2518;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body { margin: 0 auto; padding: 3.5rem 1.25rem 4rem; max-width: 46.5rem; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 var(--serif); font-variant-numeric: oldstyle-nums; hanging-punctuation: first; }
    a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
    a:focus-visible, .table:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
    header { max-width: 44rem; margin-bottom: 2.75rem; }
    .kind { margin: 0 0 .9rem; font: 500 .8125rem/1.4 var(--sans); letter-spacing: .045em; color: var(--accent); }
    h1 { margin: 0; font-size: clamp(1.8rem, 1.2rem + 2.6vw, 2.75rem); line-height: 1.14; font-weight: 500; letter-spacing: -.012em;
      text-wrap: balance; overflow-wrap: break-word; }
    .lead { margin: .9rem 0 0; font-size: 1.1875rem; line-height: 1.5; color: var(--soft); text-wrap: pretty; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .9rem 2rem; margin: 1.75rem 0 0; padding-top: 1.1rem;
      border-top: 1px solid var(--line); font: .875rem/1.45 var(--sans); font-variant-numeric: lining-nums; }
    .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
    .body { display: block; }
    nav { display: none; font: .8125rem/1.4 var(--sans); }
    nav p { margin: 0 0 .5rem; color: var(--soft); }
    nav ol { margin: 0; padding: 0; list-style: none; }
    nav li { margin: 0; padding: .22rem 0; }
    nav a { color: var(--ink); text-decoration: none; } nav a:hover { color: var(--accent); text-decoration: underline; }
    main { max-width: 44rem; min-width: 0; }
    section { margin-top: 3.5rem; }
    h2 { display: flex; margin: 0 0 .9rem; padding-top: 1rem; border-top: 1px solid var(--ink); font-size: 1.5rem; line-height: 1.25; font-weight: 500;
      letter-spacing: -.005em; }
    h2 .number { flex: none; min-width: 1.6em; color: var(--accent); font-variant-numeric: lining-nums; }
    h3 { margin: 2rem 0 .4rem; font-size: 1.125rem; line-height: 1.35; font-weight: 600; }
    p, ul { margin: 0 0 .9rem; text-wrap: pretty; } ul { padding-left: 1.1rem; } li { margin-bottom: .35rem; } li::marker { color: var(--soft); }
    .small { font-size: .9375rem; line-height: 1.5; color: var(--soft); }
    strong { font-weight: 600; }
    code { font: .86em/1.4 var(--mono); overflow-wrap: anywhere; } code.digest { word-break: break-all; color: var(--soft); font-size: .78em; }
    pre { margin: 0 0 .9rem; padding: .8rem 1rem; border-radius: 6px; background: var(--wash); overflow-x: auto; }
    pre code { overflow-wrap: normal; white-space: pre; }
    @media print { pre code { white-space: pre-wrap; } }
    .mark { width: 1.05em; height: 1.05em; margin-right: .38em; vertical-align: -.16em; flex: none; }
    .mark circle { fill: currentColor; stroke: none; }
    .mark path { fill: none; stroke: var(--paper); stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
    .verdict { font-family: var(--sans); font-size: .92em; font-weight: 500; white-space: nowrap; }
    .good { color: var(--good); } .bad { color: var(--bad); } .caution { color: var(--caution); } .neutral { color: var(--accent); }
    .notice { margin: 0 0 1.5rem; padding: 1.1rem 1.25rem 1.15rem; border-radius: 6px; background: var(--wash); color: var(--ink); }
    .notice p { margin: 0; } .notice .notice-title { margin-bottom: .3rem; font-size: 1.1875rem; line-height: 1.35; font-weight: 600; }
    .notice.good { background: var(--good-wash); } .notice.good .notice-title { color: var(--good); }
    .notice.bad { background: var(--bad-wash); } .notice.bad .notice-title { color: var(--bad); }
    .notice.caution { background: var(--caution-wash); font-size: .9688rem; }
    .notice.caution .notice-title { color: var(--caution); font-size: 1.0625rem; }
    .highlights { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1.5rem 1.75rem; margin: 2rem 0 2rem; }
    .highlights dt { font: .8125rem/1.4 var(--sans); color: var(--soft); }
    .highlights dd { margin: 0; font: .8125rem/1.4 var(--sans); color: var(--soft); }
    .highlights .figure { margin: .1rem 0 .2rem; font: 500 1.875rem/1.15 var(--serif); font-variant-numeric: lining-nums; color: var(--ink); white-space: nowrap; }
    .table { margin: 1.25rem 0 1.5rem; overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font: .875rem/1.45 var(--sans); font-variant-numeric: lining-nums tabular-nums; }
    caption { padding-bottom: .5rem; text-align: left; color: var(--soft); caption-side: top; }
    th, td { padding: .42rem 0 .42rem 1.1rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); font-weight: 400; }
    th:first-child, td:first-child { padding-left: 0; }
    thead th { color: var(--soft); font-size: .8125rem; border-bottom-color: var(--soft); vertical-align: bottom; }
    th.n, td.n { text-align: right; }
    figure { margin: 1.5rem 0 1.75rem; min-width: 0; }
    figcaption { margin-bottom: .7rem; font: .875rem/1.45 var(--sans); overflow-wrap: anywhere; }
    .key { color: var(--soft); font-size: .8125rem; }
    figcaption .key { display: block; }
    .swatch { display: inline-block; width: .85em; height: .62em; margin: 0 .35em 0 0; } .swatch:not(:first-child) { margin-left: 1em; }
    figure svg { display: block; overflow: visible; font-family: var(--sans); font-variant-numeric: lining-nums tabular-nums; }
    figure text { fill: var(--ink); font-size: 13.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
    .swatch.first { border: 1.25px solid var(--first); background: var(--first-fill); } rect.first { fill: var(--first-fill); stroke: var(--first); stroke-width: 1; }
    .swatch.second { background: var(--accent); } rect.second { fill: var(--accent); }
    .axis { stroke: var(--soft); stroke-width: 1; }
    text.level { font-size: 12px; } text.value, text.tick { font-size: 11px; fill: var(--soft); }
    .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18.5rem), 1fr)); gap: .5rem 2.25rem; }
    .gallery figure { margin: .9rem 0; break-inside: avoid; }
    .track, .grid { stroke: var(--line); stroke-width: 1; }
    .allowed { fill: var(--good); opacity: .13; } .limit { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 2; }
    .interval { stroke-width: 3; stroke: var(--accent); } .end { stroke-width: 1.5; stroke: var(--accent); } .point { fill: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
    .interval.good, .end.good { stroke: var(--good); } .point.good { fill: var(--good); }
    .interval.bad, .end.bad { stroke: var(--bad); } .point.bad { fill: var(--bad); }
    text.reading { fill: var(--soft); } text.reading.good { fill: var(--good); } text.reading.bad { fill: var(--bad); }
    .band { fill: none; stroke-linecap: butt; } .band.personal { stroke: var(--first); opacity: .62; }
    .band.synthetic { stroke: var(--accent); opacity: .75; } .band.model { stroke: var(--accent); stroke-dasharray: 3 3; }
    .swatch.personal { background: var(--first); opacity: .75; } .swatch.synthetic { background: var(--accent); opacity: .8; }
    .swatch.model { height: 0; border-top: 2px dotted var(--accent); vertical-align: .2em; }
    .node { fill: var(--paper); stroke: var(--ink); stroke-width: 1.75; }
    text.step { font-weight: 600; } .note { font-weight: 400; fill: var(--soft); } text.loss { font-size: 12px; fill: var(--soft); }
    details { margin: 1rem 0; } summary { font: .875rem/1.45 var(--sans); color: var(--accent); cursor: pointer; }
    footer { max-width: 44rem; margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font: .8125rem/1.5 var(--sans); color: var(--soft); }
    footer p { margin: 0; }
    @media (min-width: 64rem) {
      body { max-width: 66rem; }
      .body { display: grid; grid-template-columns: minmax(0, 44rem) 13rem; gap: 5rem; align-items: start; }
      nav { display: block; order: 2; position: sticky; top: 2rem; } main { order: 1; }
    }
    @media (max-width: 34rem) { body { padding-top: 2rem; font-size: 1rem; } th, td { padding-left: .8rem; } .facts { grid-template-columns: 1fr; } }
    @media print {
      :root { --paper: #fff; --ink: #111; --soft: #4d4a45; --line: #ccc; --wash: #f4f4f2; --accent: #19596b; --first: #8b8377; --first-fill: #e4dfd5;
        --good: #1c6642; --bad: #a02c22; --caution: #7a5200; --good-wash: #eef4f0; --bad-wash: #f9ebe8; --caution-wash: #f8f0dc; }
      @page { margin: 20mm 18mm; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { max-width: none; padding: 0; font-size: 10.5pt; } main, header, footer { max-width: none; } nav { display: none; } .body { display: block; }
      section { margin-top: 2.2rem; } h2, h3, figcaption, caption { break-after: avoid; } tr, .notice, .highlights, .intervals { break-inside: avoid; } .table { overflow: visible; }
      a { color: inherit; text-decoration: none; } summary { display: none; }
      details::details-content { content-visibility: visible; height: auto; }
    }
    """#
