# frozen_string_literal: true

module Nango
  # Calls under a scheduler of fibers: see Fiber.set_scheduler.
  module Scheduler # :nodoc:
    # Runs a block that waits in the library. In a fiber that has a scheduler it runs on a thread of its own, for which
    # the fiber waits: other fibers run meanwhile. If the fiber is made to stop, so is the call.
    def self.run(&block)
      return yield unless Fiber.current_scheduler

      thread = Thread.new do
        Thread.current.report_on_exception = false
        block.call
      end
      begin
        thread.value
      ensure
        thread.kill if thread.alive?
      end
    end
  end
end
