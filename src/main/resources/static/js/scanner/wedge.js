// Scanners that pose as keyboards: a burst of keys, faster than anybody types, then Enter. Wherever the focus is.

const fastest = 60;
const shortest = 6;

// A function to feed with keys: (key, milliseconds) answers the code that Enter ended, else null.
export function wedge() {
  let typed = '';
  let last = -Infinity;
  return (key, at) => {
    if (at - last > fastest) typed = '';
    last = at;
    if (key.length === 1) typed += key;
    if (key !== 'Enter') return null;
    const code = typed;
    typed = '';
    return code.length >= shortest ? code : null;
  };
}
