// What Swift's own module of the C library leaves out: how the heap grows and shrinks, and a word to the processor's caches.
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static inline void lagrum_expect(const void *start) { __builtin_prefetch(start); }

// The heap's large stretches, as one of two hands gives them back.
struct lagrum_share {
    struct { char *start; size_t length; } stretches[128];
    int count;
    int isDone;
};

static inline void lagrum_give_back(struct lagrum_share *share) {
    for (int index = 0; index < share->count; index++) madvise(share->stretches[index].start, share->stretches[index].length, MADV_DONTNEED);
    __atomic_store_n(&share->isDone, 1, __ATOMIC_RELEASE);
}

// The other hand. It never returns: what a thread's end takes apart lies in the memory that is gone.
static inline void *lagrum_second_hand(void *share) {
    lagrum_give_back((struct lagrum_share *)share);
    for (;;) pause();
}

// Shares out what the process has mapped for heaps. No stack is so long, and nothing else of a program that reads and writes files.
static inline void lagrum_share_out(struct lagrum_share *shares) {
    static char maps[1 << 17];
    int file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    size_t length = 0;
    for (ssize_t count; length < sizeof maps - 1 && (count = read(file, maps + length, sizeof maps - 1 - length)) > 0;) length += (size_t)count;
    close(file);
    maps[length] = 0;
    for (char *line = maps, *end; *line; line = *end ? end + 1 : end) {
        for (end = line; *end && *end != '\n';) end++;
        char *rest;
        unsigned long start = strtoul(line, &rest, 16);
        if (*rest != '-') continue;
        unsigned long stop = strtoul(rest + 1, &rest, 16);
        int isWritable = rest[1] == 'r' && rest[2] == 'w' && rest[4] == 'p', isFile = 0;
        for (char *at = rest; at < end; at++) isFile |= *at == '/';
        if (!isWritable || isFile || stop - start < 16ul << 20) continue;
        unsigned long middle = start + (stop - start) / 2 / 4096 * 4096;
        for (int hand = 0; hand < 2; hand++) {
            struct lagrum_share *share = shares + hand;
            if (share->count == 128) return;
            share->stretches[share->count].start = (char *)(hand ? middle : start);
            share->stretches[share->count].length = hand ? stop - middle : middle - start;
            share->count++;
        }
    }
}

// Ends the process; before that, two threads give its heaps back side by side, which the system would do one page after the other.
// Nothing else may be running, and everything must have been written.
__attribute__((noreturn)) static inline void lagrum_leave(int code) {
    static struct lagrum_share shares[2];
    pthread_t thread;
    lagrum_share_out(shares);
    if (shares[1].count && pthread_create(&thread, NULL, lagrum_second_hand, &shares[1]) == 0) {
        lagrum_give_back(&shares[0]);
        while (!__atomic_load_n(&shares[1].isDone, __ATOMIC_ACQUIRE)) sched_yield();
    }
    _exit(code);
}
