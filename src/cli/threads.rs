//! The threads that share a build: this one is among them, each has memory at hand, and none has to wait for another.
//!
//! Only `build` and `check` come here: `serve` builds on a thread of its own.

/// Makes this thread one of those that share the work, so that none only waits.
pub fn take_part() {
    reserve(LARGEST);
    reserve(RESERVE);
    // It fails where the threads are there already, which is as well.
    _ = rayon::ThreadPoolBuilder::new().use_current_thread().start_handler(|_| reserve(RESERVE)).build_global();
    part();
}

/// How much memory a thread may take without asking for more, in bytes: that of some thousand pages.
const RESERVE: usize = 28 << 20;

/// The largest block, in bytes, that teaches glibc's allocator to take blocks of its size from what it has at hand, as
/// `malloc.c` has it (`DEFAULT_MMAP_THRESHOLD_MAX`), but for its own part of it.
const LARGEST: usize = (32 << 20) - (64 << 10);

/// Has the allocator keep some memory at hand, none of which is used yet: glibc's would ask the system for each page of 4 KiB
/// that a thread needs (3,000 times for 3,000 pages). It serves a block of more than 128 KiB apart, until one as large was
/// given back.
fn reserve(bytes: usize) {
    let mut memory: Vec<u8> = Vec::new();
    _ = std::hint::black_box(memory.try_reserve_exact(bytes));
}

/// Sends those threads elsewhere that wait for the processor which this one runs on. Linux may begin a thread where the one
/// runs that made it, and sees only at its next tick, up to 4 ms later, that another processor has nothing to do: a fifth of
/// the time that a small site takes. They may run anywhere again at once.
#[cfg(target_os = "linux")]
fn part() {
    use rustix::thread::{sched_getaffinity, sched_getcpu, sched_setaffinity};

    use crate::awake;

    if rayon::current_num_threads() < 2 {
        return;
    }
    let taken = sched_getcpu();
    let leave = move || {
        let allowed = sched_getaffinity(None)?;
        let mut others = allowed;
        others.unset(taken);
        // The system refuses where there is no other.
        sched_setaffinity(None, &others)?;
        sched_setaffinity(None, &allowed)
    };
    rayon::spawn_broadcast(move |thread| {
        if thread.index() == 0 {
            return;
        }
        if sched_getcpu() == taken {
            // Where it fails, the system finds out by itself.
            _ = leave();
        }
        // Until there has been work for one thread alone for a while.
        awake::linger(|| false);
    });
    // They need a moment here to leave.
    std::thread::yield_now();
}

/// Other systems are left to it.
#[cfg(not(target_os = "linux"))]
fn part() {}
