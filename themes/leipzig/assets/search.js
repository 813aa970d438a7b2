// The search page: filters the list of all pages by the words typed. Nothing is sent anywhere.
(function () {
  var form = document.getElementById("site-search");
  var index = document.getElementById("site-index");
  var input = form.elements.q;
  var status = form.querySelector(".search-status");

  // Marks come off, as in "Việt Nam" and "Größe"; đ and ß are letters of their own to Unicode.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/ß/g, "ss");
  }

  // "ue" for ü is how Germans type without umlauts.
  function spellings(text) {
    var german = text.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue");
    return fold(text) + " " + fold(german);
  }

  var sections = Array.prototype.map.call(index.querySelectorAll(".index-section"), function (section) {
    var entries = Array.prototype.map.call(section.querySelectorAll("li"), function (entry) {
      return { node: entry, text: spellings(entry.textContent + " " + entry.dataset.words) };
    });
    return { node: section, entries: entries };
  });

  function filter() {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    var count = 0;
    sections.forEach(function (section) {
      var shown = section.entries.filter(function (entry) {
        entry.node.hidden = !words.every(function (word) {
          return entry.text.indexOf(word) >= 0;
        });
        return !entry.node.hidden;
      });
      count += shown.length;
      section.node.hidden = words.length > 0 && shown.length === 0;
    });
    // What finds nothing shows everything, so that nobody stands before an empty page.
    if (words.length > 0 && count === 0) {
      sections.forEach(function (section) {
        section.node.hidden = false;
        section.entries.forEach(function (entry) {
          entry.node.hidden = false;
        });
      });
    }
    status.textContent = words.length === 0 ? "" : count ? status.dataset.found.replace("#", count) : status.dataset.none;
  }

  function remember() {
    var address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  form.hidden = false;
  input.value = new URL(location.href).searchParams.get("q") || "";
  filter();
  input.addEventListener("input", filter);
  input.addEventListener("change", remember);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    remember();
  });
})();
