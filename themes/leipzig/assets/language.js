// The language choice at /: takes the reader to the first language of the browser that the site speaks.
// From a folder on disk nothing moves, since addresses there open folders. Nothing is stored; whoever comes back here from a page of this site, or has none of the languages, chooses.
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
