// An earlier address: leads on to the page, with the query and the fragment that the reader came with. Without scripts, the
// page itself leads on, without them. On a disk nobody shows a folder's index.html for the folder.
(function () {
  var page = new URL(document.currentScript.getAttribute("data-to"), location.href);
  if (page.protocol === "file:") page.pathname += "index.html";
  page.search = location.search;
  page.hash = location.hash;
  location.replace(page.href);
})();
