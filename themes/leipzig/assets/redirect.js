// An earlier address leads on with query and fragment. On a disk a folder is no page.
(function () {
  var page = new URL(document.currentScript.dataset.to, location);
  if (page.protocol === "file:") page.pathname += "index.html";
  page.search = location.search;
  page.hash = location.hash;
  location.replace(page);
})();
