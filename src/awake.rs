//! Threads that have to wait for each other for a moment, and do not fall asleep over it.
//!
//! Rayon sends a thread to sleep that has had nothing to do for some 20 µs. Linux may wake it where another one of ours runs,
//! and see only at its next tick, up to 4 ms later, that another processor has nothing to do: a fifth of the time that a small
//! site takes. So a thread waits awake, and takes work off others meanwhile if there is any.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

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

/// What becomes of each item, in their order. The threads take them one by one, so that none is left with many when the
/// others have none, and all are awake at the end.
pub fn map<I: Sync, R: Send + Sync>(items: &[I], make: impl Fn(&I) -> R + Sync) -> Vec<R> {
    let made: Vec<OnceLock<R>> = items.iter().map(|_| OnceLock::new()).collect();
    let (next, busy) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        items.get(at).zip(made.get(at))
    };
    let work = || {
        busy.fetch_add(1, Ordering::AcqRel);
        while let Some((item, place)) = take() {
            _ = place.set(make(item));
        }
        busy.fetch_sub(1, Ordering::AcqRel);
    };
    rayon::scope(|scope| {
        let others = 1..rayon::current_num_threads().min(items.len());
        others.for_each(|_| scope.spawn(|_| work()));
        work();
        linger(|| busy.load(Ordering::Acquire) == 0);
    });
    made.into_iter().filter_map(OnceLock::into_inner).collect()
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
    use super::{join, map};

    #[test]
    fn items_stay_in_order_however_many_threads_there_are() {
        for threads in [1, 2, 8] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            for count in [0, 1, 2, 1000] {
                let items: Vec<usize> = (0..count).collect();
                let double = |item: &usize| map(&[*item, *item], |item| *item).iter().sum::<usize>();
                let expected: Vec<usize> = items.iter().map(|item| 2 * item).collect();
                assert_eq!(pool.install(|| map(&items, double)), expected, "{threads}");
            }
        }
        assert_eq!(map(&["a"], |item| item.len()), [1]);
    }

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
