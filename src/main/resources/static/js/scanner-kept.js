// Scans whose answer is missing, kept on this device until there is one.

export function keeper(event) {
  const name = `marquee.kept.${event}`;
  const all = () => {
    try {
      return JSON.parse(localStorage.getItem(name)) ?? [];
    } catch {
      return [];
    }
  };
  const others = (scan) => all().filter((other) => other.key !== scan.key);
  const store = (scans) => localStorage.setItem(name, JSON.stringify(scans));
  return {
    all,
    add: (scan) => store([...others(scan), scan]),
    remove: (scan) => store(others(scan)),
  };
}
