//! A completion queue: calls run on threads of the library, and what they returned waits until the program takes it.

use std::cell::Cell;
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle, ThreadId};
use std::{io, mem};

use crate::sys::{self, PerProcess, Wake};

/// What threads have by default: hooks of the program run on it.
const STACK_SIZE: usize = 2 * 1024 * 1024;

thread_local! {
    /// Which thread of a queue this is. `thread::current()` would allocate on a thread of the program, and a main thread never
    /// frees that.
    static OWN: Cell<Option<ThreadId>> = const { Cell::new(None) };
}

/// A call that a thread makes. It must not panic.
pub(crate) type Work<T> = Box<dyn FnOnce() -> Box<T> + Send>;

/// Calls that run or wait for a thread, and the results that were not taken yet. A child of fork has a queue of its own,
/// which is empty.
pub(crate) struct Queue<T>(PerProcess<Workers<T>>);

/// The threads of one process. Dropping it waits for them.
struct Workers<T>(Arc<Shared<T>>);

struct Shared<T> {
    state: Mutex<State<T>>,
    /// Wakes a thread for a call.
    added: Condvar,
    /// Readable while there are results. `None` in a child of fork that found no descriptor.
    ended: Option<Wake>,
    max_threads: usize,
}

struct State<T> {
    waiting: VecDeque<Work<T>>,
    results: VecDeque<Box<T>>,
    /// They stay until the queue is freed, as those of most pools.
    threads: Vec<JoinHandle<()>>,
    /// How many of them wait or look for a call.
    idle: usize,
    is_closed: bool,
}

impl<T: Send + 'static> Queue<T> {
    /// A queue without a thread yet.
    pub(crate) fn new(max_threads: usize) -> io::Result<Queue<T>> {
        let ended = Some(Wake::new()?);
        Ok(Queue(PerProcess::new(Workers::new(max_threads, ended))))
    }

    /// Has a thread make a call. Fails, and makes none, if the system gives no thread and there is none yet.
    pub(crate) fn add(&self, work: Work<T>) -> io::Result<()> {
        self.shared().add(work)
    }

    /// Puts a result into the queue for which no call is made.
    pub(crate) fn push(&self, result: Box<T>) {
        self.shared().push(result, 0);
    }

    /// The first result that was not taken yet.
    pub(crate) fn next(&self) -> Option<Box<T>> {
        self.shared().next()
    }

    /// The descriptor that is readable while there are results.
    pub(crate) fn descriptor(&self) -> Option<i64> {
        self.shared().ended.as_ref().map(Wake::number)
    }

    fn shared(&self) -> &Arc<Shared<T>> {
        &self
            .0
            .get(|parent| Workers::new(parent.0.max_threads, Wake::new().ok()))
            .0
    }
}

impl<T> Workers<T> {
    fn new(max_threads: usize, ended: Option<Wake>) -> Workers<T> {
        Workers(Arc::new(Shared {
            state: Mutex::new(State {
                waiting: VecDeque::new(),
                results: VecDeque::new(),
                threads: Vec::new(),
                idle: 0,
                is_closed: false,
            }),
            added: Condvar::new(),
            ended,
            max_threads,
        }))
    }
}

impl<T> Drop for Workers<T> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.is_closed = true;
        let (dropped, threads) = (mem::take(&mut state.waiting), mem::take(&mut state.threads));
        drop(state);
        drop(dropped);
        self.0.added.notify_all();
        for thread in threads {
            // Afterwards none is in the library's code, so that a program can unload it. A hook of a call may free the queue:
            // its own thread cannot wait for itself.
            if OWN.get() != Some(thread.thread().id()) {
                let _ = thread.join();
            }
        }
    }
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a result, and so many threads to those that look for a call.
    fn push(&self, result: Box<T>, idle: usize) {
        let mut state = self.lock();
        state.idle += idle;
        let is_first = state.results.is_empty();
        state.results.push_back(result);
        // Whom it wakes would wait for the lock.
        drop(state);
        if let (true, Some(ended)) = (is_first, &self.ended) {
            ended.set();
        }
    }

    fn next(&self) -> Option<Box<T>> {
        let mut state = self.lock();
        let result = state.results.pop_front();
        // With the lock. Whoever adds one sets it afterwards, which may be after this has returned that one: then it is reset by
        // the next call, which returns none.
        if let (true, Some(ended)) = (state.results.is_empty(), &self.ended) {
            ended.reset();
        }
        result
    }
}

impl<T: Send + 'static> Shared<T> {
    fn add(self: &Arc<Shared<T>>, work: Work<T>) -> io::Result<()> {
        let mut state = self.lock();
        if state.waiting.len() >= state.idle && state.threads.len() < self.max_threads {
            match self.start_thread() {
                Ok(thread) => state.threads.push(thread),
                Err(refused) if state.threads.is_empty() => return Err(refused),
                // A thread that runs makes it after its own.
                Err(_) => {}
            }
        }
        state.waiting.push_back(work);
        drop(state);
        self.added.notify_one();
        Ok(())
    }

    fn start_thread(self: &Arc<Shared<T>>) -> io::Result<JoinHandle<()>> {
        let shared = self.clone();
        sys::start_thread("nango-call", STACK_SIZE, Box::new(move || shared.make_calls()))
    }

    /// The body of a thread.
    fn make_calls(&self) {
        OWN.set(Some(thread::current().id()));
        let mut state = self.lock();
        while !state.is_closed {
            if let Some(work) = state.waiting.pop_front() {
                drop(state);
                // From the moment that the program knows of the end: its next call needs no further thread.
                self.push(work(), 1);
                state = self.lock();
            } else {
                state.idle += 1;
                state = self.added.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            state.idle -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, Sender};
    use std::time::Duration;

    use super::*;
    use crate::sys::{Interest, Polled};

    fn is_readable(queue: &Queue<u32>) -> bool {
        let mut polled = [Polled::new(queue.shared().ended.as_ref().unwrap(), Interest::Readable)];
        sys::wait(&mut polled, Duration::ZERO).unwrap();
        polled[0].is_ready()
    }

    /// The next result, for which this waits as an event loop does.
    fn wait(queue: &Queue<u32>) -> u32 {
        loop {
            if let Some(result) = queue.next() {
                return *result;
            }
            let mut polled = [Polled::new(queue.shared().ended.as_ref().unwrap(), Interest::Readable)];
            sys::wait(&mut polled, Duration::from_secs(600)).unwrap();
        }
    }

    /// Adds a call that ends when something is sent.
    fn add_held(queue: &Queue<u32>, result: u32) -> Sender<()> {
        let (end, held) = mpsc::channel();
        queue
            .add(Box::new(move || {
                let _ = held.recv();
                Box::new(result)
            }))
            .unwrap();
        end
    }

    #[test]
    fn results_come_in_the_order_of_their_ends() {
        let queue = Queue::new(2).unwrap();
        let first = add_held(&queue, 1);
        let second = add_held(&queue, 2);
        assert_eq!((queue.next(), is_readable(&queue)), (None, false));
        second.send(()).unwrap();
        assert_eq!(wait(&queue), 2);
        first.send(()).unwrap();
        assert_eq!(wait(&queue), 1);
        assert_eq!((queue.next(), is_readable(&queue)), (None, false));
    }

    #[test]
    fn it_is_readable_until_all_results_were_taken() {
        let queue = Queue::new(1).unwrap();
        for result in 0..3 {
            queue.push(Box::new(result));
        }
        for result in 0..3 {
            assert!(is_readable(&queue));
            assert_eq!(queue.next().as_deref(), Some(&result));
        }
        assert_eq!((queue.next(), is_readable(&queue)), (None, false));
    }

    #[test]
    fn no_more_calls_run_at_once_than_there_may_be_threads() {
        let queue = Queue::new(2).unwrap();
        let ends: Vec<_> = (0..5).map(|result| add_held(&queue, result)).collect();
        assert_eq!(queue.shared().lock().threads.len(), 2);
        for end in &ends {
            end.send(()).unwrap();
        }
        let mut results: Vec<_> = ends.iter().map(|_| wait(&queue)).collect();
        results.sort_unstable();
        assert_eq!(results, [0, 1, 2, 3, 4]);
        assert_eq!(queue.shared().lock().threads.len(), 2);
    }

    #[test]
    fn calls_that_follow_one_another_have_one_thread() {
        let queue = Queue::new(8).unwrap();
        for result in 0..100 {
            queue.add(Box::new(move || Box::new(result))).unwrap();
            assert_eq!(wait(&queue), result);
        }
        assert_eq!(queue.shared().lock().threads.len(), 1);
    }

    #[test]
    fn freeing_drops_what_waits_and_waits_for_what_runs() {
        let (begun, begin) = mpsc::channel();
        let (ended, end) = mpsc::channel();
        let queue = Queue::new(1).unwrap();
        let (go, held) = mpsc::channel::<()>();
        let waiting = Arc::new(());
        let of_waiting = waiting.clone();
        queue
            .add(Box::new(move || {
                begun.send(()).unwrap();
                let _ = held.recv();
                ended.send(()).unwrap();
                Box::new(1)
            }))
            .unwrap();
        begin.recv().unwrap();
        queue
            .add(Box::new(move || {
                drop(of_waiting);
                Box::new(2)
            }))
            .unwrap();
        thread::scope(|scope| {
            scope.spawn(|| drop(queue));
            // The call ends only now, when the one that waits is dropped.
            while Arc::strong_count(&waiting) > 1 {
                thread::yield_now();
            }
            go.send(()).unwrap();
        });
        end.try_recv().unwrap();
    }

    #[test]
    fn a_call_may_free_its_queue() {
        let queue = Arc::new(Queue::new(1).unwrap());
        let (done, wait) = mpsc::channel();
        let (go, held) = mpsc::channel();
        let of_call = queue.clone();
        queue
            .add(Box::new(move || {
                let _ = held.recv();
                drop(of_call);
                done.send(()).unwrap();
                Box::new(1)
            }))
            .unwrap();
        drop(queue);
        go.send(()).unwrap();
        wait.recv().unwrap();
    }
}
