// The files of the index: scripts, so that a page opened from a folder can load them too.

const KEPT_FILES = 240;
const arrived = new Map();
const take = (call, content) => Array.isArray(content) ? arrived.set(`${call}-${content[0]}`, content[1]) : arrived.set(call, content);

function load(folder, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${folder}${name}.js`;
    script.fetchPriority = "high"; // somebody waits for it
    script.onload = () => {
      script.remove();
      const content = arrived.get(name);
      arrived.delete(name);
      content === undefined ? reject(new Error(name)) : resolve(content);
    };
    script.onerror = () => { script.remove(); reject(new Error(name)); };
    document.head.append(script);
  });
}

class Files {
  constructor(folder) {
    this.folder = folder;
    this.kept = new Map();
  }

  // A file of the index; those that were not asked for longest are forgotten.
  file(name) {
    let found = this.kept.get(name);
    if (found) this.kept.delete(name);
    else found = load(this.folder, name);
    this.kept.set(name, found);
    if (this.kept.size > KEPT_FILES) this.kept.delete(this.kept.keys().next().value);
    found.catch(() => this.kept.delete(name));
    return found;
  }
}
