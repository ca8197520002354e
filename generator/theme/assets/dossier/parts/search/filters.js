// Filters: who vouches for an entry, and its themes.

class Filters {
  constructor(files, start, kinds, kindNames) {
    Object.assign(this, { files, themes: start.themes, kinds, kindNames });
  }

  // Who vouches for an entry and its themes, for filters: a file of its own, since most searches do without.
  columns() {
    this.loadedColumns ??= this.files.file("filters").then(({ witnesses, rows, entryRows }) => ({
      witnesses,
      rows: rows.map(([seen, themes]) => [numbers(seen), numbers(themes)]),
      rowOf: Uint32Array.from(numbers(entryRows)),
    }));
    this.loadedColumns.catch(() => { this.loadedColumns = null; });
    return this.loadedColumns;
  }

  // Whether an entry passes the filters, as a function of its number.
  async wantedBy(filters) {
    const kind = filters.kind ? this.kindNames.indexOf(filters.kind) : -1;
    const isOfKind = (entry) => !filters.kind || this.kinds[entry] === kind;
    const asksWitnesses = filters.outlet || filters.language || filters.article || filters.from || filters.until;
    if (!asksWitnesses && !filters.theme) return isOfKind;
    const { witnesses, rows, rowOf } = await this.columns();
    const wanted = rows.map(([seen, themes]) => {
      if (filters.theme && !themes.some((theme) => this.themes[theme][0] === filters.theme)) return false;
      if (!asksWitnesses) return true;
      return seen.some((witness) => {
        const [outlet, language, kind, first, last] = witnesses[witness];
        if (filters.outlet && outlet !== filters.outlet) return false;
        if (filters.language && language !== filters.language) return false;
        if (filters.article && kind !== filters.article) return false;
        if ((filters.from || filters.until) && !first && !last) return false;
        return !(filters.from && last && last < filters.from) && !(filters.until && first && first > filters.until);
      });
    });
    return (entry) => wanted[rowOf[entry]] && isOfKind(entry);
  }

  // Entries that stand for the articles of these outlets.
  async articlesOf(outlets) {
    const article = this.kindNames.indexOf("article"), { witnesses, rows, rowOf } = await this.columns(), found = [];
    this.kinds.forEach((kind, entry) => {
      if (kind === article && rows[rowOf[entry]][0].some((witness) => outlets.has(witnesses[witness][0]))) found.push(entry);
    });
    return found;
  }
}
