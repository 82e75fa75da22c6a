# frozen_string_literal: true

module Nango
  # Timestamps: RFC 3339 in the forms that Nango servers of all ages send.
  module Times # :nodoc:
    FORM = /\A(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:[Zz]|([+-])(\d\d)(?::?(\d\d))?)\z/

    module_function

    # The time in UTC; nil if it is absent, no time, or has no offset from UTC.
    def parse(text)
      return if text.nil?

      Native.usual_time(text) || parse_any(text)
    end

    def parse_any(text)
      match = FORM.match(text)
      return unless match

      year, month, day, hour, minute, second = match.captures.first(6).map(&:to_i)
      return unless valid?(year, month, day, hour, minute, second)

      fraction = match[7] ? Rational("0.#{match[7][0, 9]}") : 0
      leap = second == 60
      moment = Time.utc(year, month, day, hour, minute, (leap ? 59 : second) + fraction)
      moment += 1 if leap
      offset(match, moment)
    end

    def from_milliseconds(number)
      number && Time.at(number / 1000, number % 1000, :millisecond).utc
    end

    def valid?(year, month, day, hour, minute, second)
      month.between?(1, 12) && day.between?(1, days_of(year, month)) && hour <= 23 && minute <= 59 && second <= 60
    end

    def days_of(year, month)
      return 29 if month == 2 && (year % 4).zero? && ((year % 100).positive? || (year % 400).zero?)

      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    end

    def offset(match, moment)
      return moment unless match[8]

      hours = match[9].to_i
      minutes = match[10].to_i
      return if hours > 23 || minutes > 59

      seconds = (hours * 3600) + (minutes * 60)
      match[8] == '-' ? moment + seconds : moment - seconds
    end
    private_class_method :parse_any, :valid?, :days_of, :offset
  end
end
