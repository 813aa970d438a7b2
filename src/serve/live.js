// Part of `bruecke serve`, never of a built site: reloads the page when there is a new version of it, and shows the
// errors of a build over it.
"use strict";
(() => {
  // The version this page belongs to; any other one that is announced is newer.
  const version = document.currentScript.dataset.version;
  const place = `bruecke-scroll ${location.pathname}`;
  let events = null;
  let dialog = null;

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

  function onReload(event) {
    if (event.data === version) {
      dialog?.close();
      return;
    }
    remember();
    location.reload();
  }

  function onErrors(event) {
    const { title, report, lang } = JSON.parse(event.data);
    // The page that stands in while there is no good version shows the report itself.
    const page = document.querySelector("[data-bruecke-report]");
    if (page) {
      page.textContent = report;
      return;
    }
    dialog ??= makeDialog();
    dialog.lang = lang;
    dialog.querySelector("h2").textContent = title;
    dialog.querySelector("pre").textContent = report;
    if (!dialog.open) dialog.showModal();
  }

  // In a shadow tree, so that neither style sheet touches the other.
  function makeDialog() {
    const host = document.createElement("div");
    const shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      dialog { box-sizing: border-box; width: min(70rem, 100% - 2rem); max-height: calc(100% - 2rem); overflow: auto;
        border: 0; border-top: .4rem solid #b3261e; padding: 1rem 1.5rem; background: #fff; color: #1a1a1a;
        font: 1rem/1.5 system-ui, sans-serif; text-align: start }
      dialog::backdrop { background: rgb(0 0 0 / .5) }
      h2 { margin: 0 0 1rem; font-size: 1.15rem }
      pre { margin: 0 0 1rem; overflow-x: auto; font: .9rem/1.4 ui-monospace, monospace }
      button { min-width: 6rem; min-height: 2.75rem; font: inherit }
      :focus-visible { outline: .2rem solid #0b57d0; outline-offset: .1rem }`);
    shadow.adoptedStyleSheets = [sheet];
    shadow.innerHTML = `<dialog role="alertdialog" aria-labelledby="title" aria-describedby="report">
      <h2 id="title"></h2><pre id="report" tabindex="0"></pre><form method="dialog"><button>OK</button></form></dialog>`;
    document.body.append(host);
    return shadow.querySelector("dialog");
  }

  function listen() {
    events?.close();
    events = new EventSource("/__bruecke/events");
    events.addEventListener("reload", onReload);
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
  follow();
  document.addEventListener("visibilitychange", follow);
})();
