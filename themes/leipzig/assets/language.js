// At / readers are taken to the first language of their browser that the site speaks; not on a disk, where addresses open
// folders, and not when they come from a page of the site to choose.
(function () {
  if (location.protocol === "file:") return;
  if (document.referrer && new URL(document.referrer).origin === location.origin) return;
  var links = document.querySelectorAll("#site-choice a[hreflang]");
  var wanted = navigator.languages || [navigator.language || ""];
  for (var i = 0; i < wanted.length; i++) {
    var tag = wanted[i].toLowerCase();
    for (var j = 0; j < links.length; j++) {
      var own = links[j].hreflang.toLowerCase();
      if (tag === own || tag.indexOf(own + "-") === 0) return location.replace(links[j].href);
    }
  }
})();
