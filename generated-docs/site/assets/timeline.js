// The reader's own dates in the table of a timeline. All words come from the page; all arithmetic from working-days.js.
(function () {
  'use strict';

  var dates = globalThis.rulesDates;
  var element = document.getElementById('date-texts');
  if (!element) return;
  var texts = element.dataset;
  var months = texts.months.split(' ');
  var weekdays = texts.weekdays.split(' ');
  var calendar = readCalendar();

  function readCalendar() {
    var box = document.getElementById('calendar');
    if (!box) return null;
    var holidays = new Map();
    box.querySelectorAll('li').forEach(function (item) {
      var number = dates.parse(item.querySelector('time').dateTime);
      var name = item.querySelector('span').textContent;
      holidays.set(number, holidays.has(number) ? holidays.get(number) + ', ' + name : name);
    });
    return {
      name: box.dataset.name,
      first: dates.day(+box.dataset.first, 1, 1),
      last: dates.day(+box.dataset.last, 12, 31),
      weekend: box.dataset.weekend ? box.dataset.weekend.split(' ').map(Number) : [],
      holidays: holidays
    };
  }

  function fill(text) {
    var values = arguments;
    return text.replace(/\{(\d)\}/g, function (place, index) { return values[+index + 1]; });
  }

  function words(number, withWeekday) {
    var date = new Date(number * 86400000);
    return fill(withWeekday ? texts.date : '{0} {1} {2}',
      date.getUTCDate(), months[date.getUTCMonth()], date.getUTCFullYear(), weekdays[date.getUTCDay()]);
  }

  function uncovered() {
    return calendar ? fill(texts.uncovered, calendar.name, words(calendar.first), words(calendar.last)) : texts.noCalendar;
  }

  // "26 November 2026", "26 Nov 2026", "26/11/2026" or "2026-11-26": the day first, unless the year is.
  function read(text) {
    var parts = text.trim().toLowerCase().split(/[\s\/.,-]+/);
    if (parts.length !== 3) return null;
    if (/^\d{4}$/.test(parts[0])) parts.reverse();
    var month = /^\d{1,2}$/.test(parts[1]) ? +parts[1] : 0;
    months.forEach(function (name, index) {
      if (parts[1].length >= 3 && name.toLowerCase().indexOf(parts[1]) === 0) month = index + 1;
    });
    if (!/^\d{1,2}$/.test(parts[0]) || !/^\d{4}$/.test(parts[2])) return null;
    return dates.parse([parts[2], String(month).padStart(2, '0'), parts[0].padStart(2, '0')].join('-'));
  }

  function check(section) {
    section.querySelectorAll('.dates input').forEach(function (input) {
      var bad = input.value.trim() !== '' && read(input.value) === null;
      if (bad) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      document.getElementById(input.id + '-not').textContent = bad ? texts.unread : '';
    });
  }

  function update(section) {
    var names = new Map();
    var counted = false;
    section.querySelectorAll('td[data-origin]').forEach(function (cell) {
      var input = document.getElementById(cell.dataset.origin);
      var from = input ? read(input.value) : null;
      if (from === null) {
        cell.textContent = '–';
        return;
      }
      var data = cell.dataset;
      var result = dates.count(calendar, from, +data.count, data.unit, !!data.clear, data.way);
      cell.textContent = result === null ? uncovered() : fill(texts[data.bound], words(result, true));
      if (result !== null && data.unit === 'working-day') {
        counted = true;
        dates.skipped(calendar, from, result).forEach(function (number) { names.set(number, calendar.holidays.get(number)); });
      }
    });
    var list = Array.from(names.keys()).sort(function (a, b) { return a - b; }).map(function (number) { return words(number) + ' (' + names.get(number) + ')'; });
    section.querySelector('.skipped').textContent = !counted ? '' : list.length ? fill(texts.skipped, list.join('; ')) : texts.noneSkipped;
  }

  document.querySelectorAll('.dates').forEach(function (box) {
    var section = box.closest('section');
    box.addEventListener('input', function () { update(section); });
    // A date is judged when it has been written, not while it is.
    box.addEventListener('change', function () { check(section); });
    update(section);
    check(section);
  });
})();
