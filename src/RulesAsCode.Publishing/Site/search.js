// Filters the list that is in the page. The words searched for stand in the address, so that a search can be linked to.
(function () {
  'use strict';

  var input = document.getElementById('q');
  var found = document.getElementById('found');
  if (!input) return;
  var groups = Array.from(document.querySelectorAll('.found'));

  function plain(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  }

  var entries = groups.map(function (group) {
    return Array.from(group.querySelectorAll('li')).map(function (item) { return { item: item, text: plain(item.textContent) }; });
  });

  function filter() {
    var words = plain(input.value).split(/\s+/).filter(Boolean);
    var total = 0;
    groups.forEach(function (group, index) {
      var count = 0;
      entries[index].forEach(function (entry) {
        var hit = words.every(function (word) { return entry.text.indexOf(word) >= 0; });
        entry.item.hidden = !hit;
        if (hit) count++;
      });
      group.hidden = count === 0;
      total += count;
    });
    var texts = found.dataset;
    found.textContent = !words.length ? texts.all : total === 0 ? texts.none : (total === 1 ? texts.one : texts.several).replace('{0}', total);
  }

  function remember() {
    try {
      history.replaceState(null, '', input.value ? '?q=' + encodeURIComponent(input.value) : location.pathname);
    } catch (problem) {
      // From disk some browsers refuse; the list is filtered all the same.
    }
  }

  input.value = new URLSearchParams(location.search).get('q') || '';
  input.addEventListener('input', filter);
  input.form.addEventListener('submit', function (event) {
    event.preventDefault();
    filter();
    remember();
  });
  input.addEventListener('change', remember);
  filter();
})();
