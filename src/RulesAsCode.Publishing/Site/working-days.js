// Dates, counted as the rules count them. Pure functions: a day is a number of days since 1 January 1970, months count from 1, and null
// means that the date cannot be said. A calendar is { first, last, weekend, holidays }: the first and last day that it covers, the days of
// the week that are no working days (0 for Sunday), and a Map from day to the name of its holiday.
(function (root) {
  'use strict';

  var EARLIEST = day(1900, 1, 1);
  var LATEST = day(2199, 12, 31);

  function day(year, month, date) {
    return Math.round(Date.UTC(year, month - 1, date) / 86400000);
  }

  /** The day of "2026-11-26"; null for anything else. */
  function parse(text) {
    var parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!parts) return null;
    var result = day(+parts[1], +parts[2], +parts[3]);
    return iso(result) === text ? within(result) : null;
  }

  function iso(number) {
    return new Date(number * 86400000).toISOString().slice(0, 10);
  }

  function within(number) {
    return number >= EARLIEST && number <= LATEST ? number : null;
  }

  function dayOfWeek(number) {
    return (((number + 4) % 7) + 7) % 7;
  }

  function covers(calendar, number) {
    return number >= calendar.first && number <= calendar.last;
  }

  function isWorkingDay(calendar, number) {
    return calendar.weekend.indexOf(dayOfWeek(number)) < 0 && !calendar.holidays.has(number);
  }

  /** The count-th working day after the day, which does not count itself; before it when the count is negative. */
  function addWorkingDays(calendar, number, count) {
    if (!calendar || !covers(calendar, number)) return null;
    var step = count < 0 ? -1 : 1;
    var left = Math.abs(count);
    while (left > 0) {
      number += step;
      if (!covers(calendar, number)) return null;
      if (isWorkingDay(calendar, number)) left--;
    }
    return number;
  }

  /** The same day of another month, or that month's last day. */
  function addMonths(number, count) {
    var date = new Date(number * 86400000);
    var months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count;
    var year = Math.floor(months / 12);
    var month = months - year * 12 + 1;
    var last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return within(day(year, month, Math.min(date.getUTCDate(), last)));
  }

  /**
   * The day that is a length of time after a day; before it where way is "before". The unit is day, week, month, year or working-day. A clear
   * length leaves out the day at either end, so it is one day longer.
   */
  function count(calendar, number, length, unit, clear, way) {
    var direction = (way === 'before') !== (length < 0) ? -1 : 1;
    var signed = way === 'before' ? -length : length;
    var extra = clear ? direction : 0;
    if (within(number) === null) return null;
    if (unit === 'working-day') return addWorkingDays(calendar, number, signed + extra);
    if (unit === 'month' || unit === 'year') {
      var moved = addMonths(number, unit === 'year' ? signed * 12 : signed);
      return moved === null ? null : within(moved + extra);
    }
    return within(number + (unit === 'week' ? signed * 7 : signed) + extra);
  }

  /** The holidays, by day, that a count of working days from one day to another passes over; none that falls on a weekend. */
  function skipped(calendar, from, to) {
    var first = Math.min(from, to);
    var last = Math.max(from, to);
    var days = [];
    calendar.holidays.forEach(function (name, number) {
      if (number >= first && number <= last && number !== from && calendar.weekend.indexOf(dayOfWeek(number)) < 0) days.push(number);
    });
    return days.sort(function (a, b) { return a - b; });
  }

  root.rulesDates = { parse: parse, iso: iso, day: day, dayOfWeek: dayOfWeek, count: count, skipped: skipped };
})(typeof globalThis === 'undefined' ? this : globalThis);
