//! Threads that have to wait for each other for a moment, and do not fall asleep over it.
//!
//! Rayon sends a thread to sleep that has had nothing to do for some 20 µs. Linux may wake it where another one of ours runs,
//! and see only at its next tick, up to 4 ms later, that another processor has nothing to do: a fifth of the time that a small
//! site takes. So a thread waits awake, and takes work off others meanwhile if there is any.

use std::sync::atomic::{AtomicBool, Ordering};

/// How often a thread looks for something to do before it may fall asleep after all: half a millisecond or so.
const PATIENCE: usize = 1024;

/// Both parts, as `rayon::join` does them, which end at about the same time; both threads are awake at the end.
pub fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    let [begun, first, second] = [const { AtomicBool::new(false) }; 3];
    rayon::join(
        || {
            let a = a();
            first.store(true, Ordering::Release);
            // Where no other thread has begun with it, this one does the second part next.
            if begun.load(Ordering::Acquire) {
                linger(|| second.load(Ordering::Acquire));
            }
            a
        },
        || {
            begun.store(true, Ordering::Release);
            let b = b();
            second.store(true, Ordering::Release);
            linger(|| first.load(Ordering::Acquire));
            b
        },
    )
}

/// Does what others have to do until `is_over`, or until there has been nothing for a while.
pub fn linger(is_over: impl Fn() -> bool) {
    let mut idle = 0;
    while idle < PATIENCE && !is_over() {
        if rayon::yield_now() == Some(rayon::Yield::Executed) {
            idle = 0;
        } else {
            idle += 1;
            std::thread::yield_now();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn both_parts_are_done_whichever_is_first_and_however_many_threads_there_are() {
        let pause = |micros| move || std::thread::sleep(std::time::Duration::from_micros(micros));
        for threads in [1, 2, 8] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            for (a, b) in [(0, 0), (0, 300), (300, 0), (0, 30_000), (30_000, 0)] {
                let (a, b) = (pause(a), pause(b));
                let done = pool.install(|| join(|| (a(), 1).1, || (b(), join(|| 2, || 3)).1));
                assert_eq!(done, (1, (2, 3)), "{threads}");
            }
        }
    }
}
