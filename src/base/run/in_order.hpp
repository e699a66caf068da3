// Pieces of work done by several threads, their results handed on in the order of the pieces.
//
// Promises: the same calls of `done`, in the same order, at any number of threads; at most that
// many pieces and one more are under way at once. With one thread, all is done by the caller's.
#pragma once

#include <deque>
#include <functional>
#include <future>
#include <utility>

namespace parley {

template <class Out>
class InOrder {
 public:
  explicit InOrder(int threads, std::function<void(Out&&)> done)
      : threads_(threads), done_(std::move(done)) {}

  template <class Work>
  void add(Work work) {
    if (threads_ <= 1) {
      done_(work());
      return;
    }
    running_.push_back(std::async(std::launch::async, std::move(work)));
    while (running_.size() > static_cast<std::size_t>(threads_)) take();
  }
  void finish() {
    while (!running_.empty()) take();
  }

 private:
  void take() {
    Out out = running_.front().get();
    running_.pop_front();
    done_(std::move(out));
  }

  int threads_;
  std::function<void(Out&&)> done_;
  std::deque<std::future<Out>> running_;
};

}  // namespace parley
