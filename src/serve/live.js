// Part of `bruecke serve`, never of a built site: follows changes of the page, shows the errors of a build over it, and says
// who may see it where that is not everybody.
"use strict";
(() => {
  const { dataset } = document.currentScript;
  // The version this page belongs to; any other one that is announced is newer.
  let { version } = dataset;
  const place = `bruecke-scroll ${location.pathname}`;
  let events = null;
  let panel = null;
  let hidden = "";

  // Storage may be switched off; the page then just begins at its top.
  function remember() {
    try {
      sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    } catch { /* see above */ }
  }

  function restore() {
    let saved = null;
    try {
      saved = JSON.parse(sessionStorage.getItem(place));
      sessionStorage.removeItem(place);
    } catch { /* see above */ }
    if (!saved) return;
    const go = () => scrollTo({ left: saved[0], top: saved[1], behavior: "instant" });
    go();
    // Pictures that come late move the text.
    addEventListener("load", go, { once: true });
  }

  // In a shadow tree, so that neither style sheet touches the other.
  function add(html) {
    const host = document.createElement("div");
    const shadow = host.attachShadow({ mode: "open" });
    shadow.innerHTML = `<link rel="stylesheet" href="/__bruecke/live.css">${html}`;
    document.body.append(host);
    return shadow.lastElementChild;
  }

  function fine(newer) {
    version = newer;
    hidden = "";
    if (panel) panel.hidden = true;
  }

  function onReload({ data }) {
    if (data === version) {
      fine(data);
      return;
    }
    remember();
    location.reload();
  }

  // The new sheet is there before the old one goes, so that the page is never without.
  function onStyles({ data }) {
    const { version: newer, swaps } = JSON.parse(data);
    for (const [from, to] of swaps) {
      for (const old of document.querySelectorAll("link[rel=stylesheet]")) {
        if (old.getAttribute("href") !== from) continue;
        const sheet = old.cloneNode();
        sheet.href = to;
        sheet.addEventListener("load", () => old.remove(), { once: true });
        old.after(sheet);
      }
    }
    fine(newer);
  }

  function onErrors({ data }) {
    const { title, html, hide, lang } = JSON.parse(data);
    // The page that stands in while there is no good version shows the report itself.
    const page = document.querySelector("[data-bruecke-report]");
    if (page) {
      page.innerHTML = html;
      return;
    }
    panel ??= add(`<section class="panel" aria-labelledby="title" hidden><header><h2 id="title"><span role="alert"></span></h2>
      <button type="button"></button></header><div></div></section>`);
    panel.lang = lang;
    panel.querySelector("h2 span").textContent = title;
    panel.querySelector("div").innerHTML = html;
    const button = panel.querySelector("button");
    button.textContent = hide;
    button.onclick = () => {
      panel.hidden = true;
      hidden = html;
    };
    // Errors that were put aside stay so until there are others.
    panel.hidden = hidden === html;
  }

  function listen() {
    events?.close();
    const page = document.querySelector("[data-bruecke-report], [data-bruecke-own]") ? "" : location.pathname;
    events = new EventSource(`/__bruecke/events?${new URLSearchParams({ page, version })}`);
    events.addEventListener("reload", onReload);
    events.addEventListener("styles", onStyles);
    events.addEventListener("fine", ({ data }) => fine(data));
    events.addEventListener("errors", onErrors);
    events.addEventListener("error", (event) => {
      // Browsers try again by themselves, unless they have given up.
      if (event.target === events && events.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
    });
  }

  // Only pages in sight listen: a browser keeps no more than six connections to a host, and each listener is one.
  function follow() {
    if (document.hidden) events?.close();
    else listen();
  }

  restore();
  if (dataset.badge) {
    const badge = add(`<aside class="badge"></aside>`);
    badge.lang = dataset.lang;
    badge.textContent = dataset.badge;
  }
  follow();
  document.addEventListener("visibilitychange", follow);
})();
