// Ticks of the checklist, kept on the reader's device. All words come from the page.
(function () {
  'use strict';

  var SCHEMA = 1;
  var panel = document.getElementById('progress');
  var status = document.querySelector('[data-status-of]');
  if (!panel && !status) return;
  var texts = (panel || status).dataset;
  var key = 'rules-as-code:' + texts.guide;
  var kept = true;

  function byId(id) { return document.getElementById(id); }

  function fill(text) {
    var values = arguments;
    return text.replace(/\{(\d)\}/g, function (place, index) { return values[+index + 1]; });
  }

  function today() {
    var now = new Date();
    return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
  }

  function words(iso) {
    var parts = iso.split('-');
    return fill(texts.date, +parts[2], texts.months.split(' ')[parts[1] - 1], parts[0]);
  }

  // Whatever a store, a file or a link holds: only ticks of the right form are taken, and unknown requirements are kept for a later version.
  function clean(value) {
    var ticks = {};
    if (!value || typeof value !== 'object' || value.schema !== SCHEMA || !value.ticks || typeof value.ticks !== 'object') return null;
    Object.keys(value.ticks).forEach(function (id) {
      var tick = value.ticks[id];
      if (/^[a-z0-9-]{1,200}$/.test(id) && tick && /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(tick.date) && /^[0-9a-f]{16}$/.test(tick.textHash)) {
        ticks[id] = { date: String(tick.date), textHash: String(tick.textHash) };
      }
    });
    return { schema: SCHEMA, guide: texts.guide, rulesVersion: texts.version, ticks: ticks };
  }

  function read() {
    var stored = null;
    try {
      stored = localStorage.getItem(key);
    } catch (problem) {
      kept = false;
    }
    try {
      return clean(JSON.parse(stored)) || clean({ schema: SCHEMA, ticks: {} });
    } catch (problem) {
      return clean({ schema: SCHEMA, ticks: {} });
    }
  }

  function write() {
    try {
      if (Object.keys(state.ticks).length) localStorage.setItem(key, JSON.stringify(state));
      else localStorage.removeItem(key);
    } catch (problem) {
      kept = false;
    }
  }

  function note(tick, hash) {
    return !tick ? '' : fill(tick.textHash === hash ? texts.ticked : texts.changed, words(tick.date));
  }

  var state = read();

  if (status) {
    // A requirement's own page.
    var showStatus = function () {
      state = read();
      var tick = Object.prototype.hasOwnProperty.call(state.ticks, status.dataset.statusOf) && state.ticks[status.dataset.statusOf];
      status.textContent = tick ? note(tick, status.dataset.fingerprint) : texts.not;
    };
    showStatus();
    window.addEventListener('storage', showStatus);
    window.addEventListener('pageshow', showStatus);
    return;
  }

  var boxes = Array.from(document.querySelectorAll('[data-tick]'));
  var said = byId('said');
  var offered = null;

  function show() {
    var count = 0;
    boxes.forEach(function (box) {
      var tick = Object.prototype.hasOwnProperty.call(state.ticks, box.dataset.tick) ? state.ticks[box.dataset.tick] : null;
      var changed = tick && tick.textHash !== box.dataset.fingerprint;
      box.checked = !!tick && !changed;
      if (box.checked) count++;
      var line = byId('note-' + box.dataset.tick);
      line.textContent = note(tick, box.dataset.fingerprint);
      line.classList.toggle('changed', !!changed);
    });
    byId('count').textContent = fill(texts.progress, count, boxes.length);
    return count;
  }

  function say(text, undo) {
    said.textContent = text;
    if (undo) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = texts.undo;
      button.addEventListener('click', function () {
        undo();
        say(texts.undone);
        byId('clear').focus();
      });
      said.append(' ', button);
    }
  }

  function change(ticks, text, undoable) {
    var before = state.ticks;
    state.ticks = ticks;
    write();
    show();
    say(kept ? text : texts.unkept, undoable && function () {
      state.ticks = before;
      write();
      show();
    });
  }

  boxes.forEach(function (box) {
    box.addEventListener('change', function () {
      state.ticks = Object.assign({}, state.ticks);
      if (box.checked) state.ticks[box.dataset.tick] = { date: today(), textHash: box.dataset.fingerprint };
      else delete state.ticks[box.dataset.tick];
      write();
      show();
      say(kept ? '' : texts.unkept);
    });
  });

  byId('save').addEventListener('click', function () {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(state, null, 2) + '\n'], { type: 'application/json' }));
    link.download = texts.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    say(texts.saved);
  });

  var file = byId('file');
  byId('restore').addEventListener('click', function () { file.click(); });
  file.addEventListener('change', function () {
    var chosen = file.files[0];
    if (!chosen) return;
    var refuse = function () { say(texts.foreign); };
    file.value = '';
    if (chosen.size > 1000000) {
      refuse();
      return;
    }
    var reader = new FileReader();
    reader.onerror = refuse;
    reader.onload = function () {
      var copy = null;
      try {
        var value = JSON.parse(reader.result);
        copy = value && value.guide === texts.guide ? clean(value) : null;
      } catch (problem) {
        copy = null;
      }
      if (copy) change(copy.ticks, texts.restored, true);
      else refuse();
    };
    reader.readAsText(chosen);
  });

  // A link holds the ticks after the #, which no browser sends to a server: id.date.hash, parted by commas.
  byId('copy').addEventListener('click', function () {
    var ticks = Object.keys(state.ticks).sort().map(function (id) { return [id, state.ticks[id].date, state.ticks[id].textHash].join('.'); });
    var address = location.href.split('#')[0] + '#ticks=' + ticks.join(',');
    var failed = function () { say(fill(texts.notCopied, address)); };
    if (navigator.clipboard) navigator.clipboard.writeText(address).then(function () { say(texts.copied); }, failed);
    else failed();
  });

  byId('clear').addEventListener('click', function () { change({}, texts.cleared, Object.keys(state.ticks).length > 0); });

  function closeOffer() {
    offered = null;
    byId('offer').hidden = true;
    say('');
    try {
      history.replaceState(null, '', location.pathname + location.search);
    } catch (problem) {
      // From disk some browsers refuse; the ticks stay in the address.
    }
  }

  function openLink() {
    if (location.hash.indexOf('#ticks=') !== 0) return;
    var ticks = {};
    location.hash.slice(7).split(',').forEach(function (part) {
      var fields = part.split('.');
      ticks[fields[0]] = { date: fields[1], textHash: fields[2] };
    });
    offered = clean({ schema: SCHEMA, ticks: ticks }).ticks;
    var count = boxes.filter(function (box) { return Object.prototype.hasOwnProperty.call(offered, box.dataset.tick); }).length;
    say(fill(texts.offer, count, boxes.length));
    byId('offer').hidden = false;
  }

  byId('accept').addEventListener('click', function () {
    var ticks = offered;
    closeOffer();
    change(ticks, texts.restored, true);
    byId('clear').focus();
  });
  byId('decline').addEventListener('click', function () {
    closeOffer();
    byId('copy').focus();
  });

  window.addEventListener('storage', function (event) {
    if (event.key === key || event.key === null) {
      state = read();
      show();
    }
  });
  window.addEventListener('pageshow', function () {
    state = read();
    show();
  });
  window.addEventListener('hashchange', openLink);
  state = read();
  show();
  if (!kept) say(texts.unkept);
  openLink();
})();
