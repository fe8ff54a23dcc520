// How a site looks beside what all documents share, and the script of its search.

let siteStyle = #"""
    body.site { max-width: none; padding: 0; }
    .skip { position: absolute; left: -999rem; } .skip:focus { left: .5rem; top: .5rem; z-index: 3; padding: .4rem .8rem; background: var(--paper); outline: 2px solid var(--accent); }
    .bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding: .6rem clamp(1rem, 3vw, 2rem);
      background: var(--paper); border-bottom: 1px solid var(--line); font: .9375rem/1.4 var(--sans); }
    .bar .home { font-weight: 600; color: var(--ink); text-decoration: none; }
    .search { position: relative; flex: 1 1 14rem; max-width: 30rem; }
    .search input { width: 100%; padding: .38rem .7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--wash); color: var(--ink); font: inherit; }
    .search input:focus-visible, .bar a:focus-visible, .menu a:focus-visible, .drawing:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    #found { position: absolute; left: 0; right: 0; top: calc(100% + .3rem); max-height: min(70vh, 28rem); overflow: auto; margin: 0; padding: .3rem; list-style: none;
      background: var(--paper); border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 8px 24px rgb(0 0 0 / .14); }
    #found li { margin: 0; } #found a { display: block; padding: .4rem .6rem; border-radius: 5px; color: var(--ink); text-decoration: none; }
    #found [aria-selected=true] a, #found a:hover { background: var(--wash); } #found b { font-weight: 600; }
    #found small { display: block; color: var(--soft); font-size: .8125rem; } #found .none { padding: .4rem .6rem; color: var(--soft); }
    .bar .other { margin-left: auto; }
    .columns { display: block; padding: 0 clamp(1rem, 3vw, 2rem) 4rem; }
    .site nav { display: block; order: 0; position: static; } .site main { order: 0; }
    .menu { padding-top: 1rem; } .menu ul { margin: .4rem 0 0; padding: 0; list-style: none; } .menu li { margin: 0; padding: .2rem 0; }
    .menu summary { color: var(--soft); } .menu [aria-current] { color: var(--accent); font-weight: 600; }
    .page { min-width: 0; max-width: 54rem; padding-top: 2.25rem; } .page header { margin-bottom: 1.75rem; } .site main, .site header { max-width: none; }
    .site .contents { margin-bottom: 2rem; padding: .8rem 1rem; border-radius: 6px; background: var(--wash); }
    .contents ol { columns: 12rem; } .site main:focus { outline: none; }
    .site h1, .site h2, .site h3 { font-variant-numeric: lining-nums; }
    .site p, .site .opening ul { max-width: 44rem; }
    .site section { margin-top: 2.75rem; } .site h3 { scroll-margin-top: 4.5rem; } .site h2, .site [id] { scroll-margin-top: 4.5rem; }
    .here { color: var(--line); text-decoration: none; font-weight: 400; } h3:hover .here { color: var(--accent); }
    .site h2 .number { display: none; }
    .drawing { margin: .4rem 0 1rem; padding: .3rem 0; overflow-x: auto; } .drawing svg { max-width: none; }
    .drawing path { stroke: var(--soft); stroke-width: 1.5; fill: none; } .drawing text { fill: var(--ink); text-anchor: middle; font: 14px var(--mono); white-space: pre; }
    .drawing rect { fill: var(--wash); stroke: var(--soft); stroke-width: 1.25; } .drawing .terminal rect { stroke: var(--accent); } .drawing a text { fill: var(--accent); text-decoration: underline; }
    .languages { font-size: 1.25rem; }
    th code, td code { overflow-wrap: normal; }
    @media (min-width: 60rem) {
      .columns { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 3rem; max-width: 76rem; margin: 0 auto; }
      .site .menu { position: sticky; top: 3.4rem; align-self: start; max-height: calc(100vh - 4rem); overflow: auto; padding-top: 2.25rem; } .menu summary { display: none; }
    }
    @media print { .bar, .menu, .site nav, .here, .skip { display: none !important; } .columns { display: block; padding: 0; } .page { padding: 0; max-width: none; } .drawing { overflow: visible; } .drawing svg { max-width: 100%; height: auto; } }
    """#

/// The index is a script that sets `lagrumIndex`, so that the search also works on a page that was opened as a file.
let siteScript = #"""
    "use strict";
    (() => {
      const input = document.getElementById("search"), list = document.getElementById("found");
      const root = document.querySelector("script[data-root]").dataset.root;
      const fold = text => text.toLowerCase().replace(/[`´’'".,;:()]/g, " ");
      let chosen = -1;
      // On a small screen the menu begins closed.
      if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".menu details").open = false;

      const score = (entry, words) => {
        const title = fold(entry[0]), text = fold(entry[3]);
        let sum = 0;
        for (const word of words) {
          if (title === word) sum += 100;
          else if (title.startsWith(word)) sum += 60;
          else if (title.split(/[\s_]+/).some(part => part.startsWith(word))) sum += 40;
          // A Swedish name stands first among the words about a thing.
          else if (text.startsWith(word)) sum += 45;
          else if (title.includes(word)) sum += 20;
          else if (text.split(/\s+/).some(part => part.startsWith(word))) sum += 8;
          else if (text.includes(word)) sum += 3;
          else return 0;
        }
        return sum;
      };
      const show = () => {
        const words = fold(input.value).split(/\s+/).filter(Boolean);
        list.replaceChildren();
        chosen = -1;
        input.removeAttribute("aria-activedescendant");
        list.hidden = !words.length;
        input.setAttribute("aria-expanded", String(!list.hidden));
        if (!words.length) return;
        const found = (window.lagrumIndex || []).map(entry => [score(entry, words), entry]).filter(([sum]) => sum > 0)
          .sort((a, b) => b[0] - a[0] || a[1][0].length - b[1][0].length).slice(0, 20);
        found.forEach(([, entry], number) => {
          const item = document.createElement("li"), link = document.createElement("a");
          item.id = "found-" + number;
          item.setAttribute("role", "option");
          item.setAttribute("aria-selected", "false");
          link.href = root + entry[2];
          link.tabIndex = -1;
          const title = document.createElement("b"), note = document.createElement("small");
          title.textContent = entry[0];
          note.textContent = entry[1] + (entry[3] ? " · " + entry[3] : "");
          link.append(title, note);
          item.append(link);
          list.append(item);
        });
        if (!found.length) {
          const none = document.createElement("li");
          none.className = "none";
          none.textContent = input.dataset.nothing;
          list.append(none);
        }
      };
      const choose = step => {
        const items = [...list.querySelectorAll("[role=option]")];
        if (!items.length) return;
        if (chosen >= 0) items[chosen].setAttribute("aria-selected", "false");
        chosen = (chosen + step + items.length) % items.length;
        items[chosen].setAttribute("aria-selected", "true");
        items[chosen].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", items[chosen].id);
      };
      const close = () => {
        list.hidden = true;
        input.setAttribute("aria-expanded", "false");
      };
      input.addEventListener("input", show);
      input.addEventListener("focus", show);
      input.addEventListener("keydown", event => {
        if (event.key === "ArrowDown") choose(1);
        else if (event.key === "ArrowUp") choose(-1);
        else if (event.key === "Enter") {
          const link = list.querySelectorAll("[role=option] a")[Math.max(0, chosen)];
          if (link) location.href = link.href;
        } else if (event.key === "Escape") {
          input.value = "";
          close();
        } else return;
        event.preventDefault();
      });
      document.addEventListener("keydown", event => {
        if (event.key === "/" && !/input|textarea|select/i.test(document.activeElement.tagName) && !event.ctrlKey && !event.metaKey) {
          input.focus();
          event.preventDefault();
        }
      });
      document.addEventListener("click", event => { if (!event.target.closest(".search")) close(); });
    })();
    """#
