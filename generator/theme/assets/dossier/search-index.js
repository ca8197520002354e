{#- One file for the page, joined from parts/search/ when the site is written; each part does one thing. #}
// Finds entries of the dossier for a query. Small scripts in search/ hold the index and are loaded when first needed,
// so that a page opened from a folder can search too; generator/publishing/search/index.py writes them.
// dossierSearch.open(folder) → promise of an index with say, find(query, filters) and read(entries).
// dossierSearch.ahead(folder, query) → what the first results need is on its way while the page is still being read.
const dossierSearch = (() => {
{% for part in ["words", "coding", "files", "vocabulary", "places", "query", "scores", "filters", "marks", "index"] %}
{% include "assets/dossier/parts/search/" ~ part ~ ".js" %}

{% endfor %}
let opened = null;
take.printed = printed;
take.open = (folder) => {
  const rare = opened ? null : load(folder, "rare"); // on its way while the other is read
  opened ??= load(folder, "start").then((start) => new Index(folder, start, rare));
  opened.catch(() => { opened = null; });
  return opened;
};
take.ahead = async (folder, query) => {
  try {
    const index = await take.open(folder);
    const { groups } = await index.find(query);
    await index.read(groups[0].entries.slice(0, 1));
  } catch { /* the page says so when it asks */ }
};
return take;
})();
