//! Two parts of the work side by side that end at about the same time.
//!
//! Rayon sends a thread to sleep that waits for some 20 µs. A thread that has worked as little as at the beginning of a build
//! may be woken where the other one runs, and have to wait for the system's next tick there, 4 ms. So whoever is first waits
//! awake for the other, and takes work off it if there is any.

use std::sync::atomic::{AtomicBool, Ordering};

/// How often a thread looks whether the other one is there before it may fall asleep after all: for some milliseconds.
const PATIENCE: usize = 4096;

/// Both parts, as `rayon::join` does them, and both threads awake at the end.
pub(super) fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    let [begun, first, second] = [const { AtomicBool::new(false) }; 3];
    rayon::join(
        || {
            let a = a();
            first.store(true, Ordering::Release);
            // Where no other thread has begun with it, this one does the second part next.
            if begun.load(Ordering::Acquire) {
                meet(&second);
            }
            a
        },
        || {
            begun.store(true, Ordering::Release);
            let b = b();
            second.store(true, Ordering::Release);
            meet(&first);
            b
        },
    )
}

fn meet(other: &AtomicBool) {
    let mut idle = 0;
    while idle < PATIENCE && !other.load(Ordering::Acquire) {
        if rayon::yield_now() != Some(rayon::Yield::Executed) {
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
