// Only 'rules serve' adds this to a page: it loads the page again when the site has changed.
(function () {
  'use strict';
  var shown = document.currentScript.dataset.version;
  new EventSource('/-/events').addEventListener('version', function (event) {
    if (event.data !== shown) location.reload();
  });
})();
