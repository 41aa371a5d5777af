// Which door this device stands at: enrolled with a token of its own, or opened by somebody who is signed in.

const name = 'marquee.station';
const enrolling = 'marquee.enrolling';

// {event: {id, slug, title, timeZone}, device: {…} | null, token: 'd_…' | null}
export const station = kept(name);

// Doors of before, whose last scans may still wait here: {[event id]: station}
export const formerly = kept('marquee.stations');

// {token, key}: made before the server is asked, so that an answer that is lost can be asked for again
export const enrolment = kept(enrolling);

// From now on this device stands there; of where it stood it may still have to tell.
export function moveTo(where) {
  const before = station.get();
  if (before && before.event.id !== where.event.id) formerly.put({ ...formerly.get(), [before.event.id]: before });
  station.put(where);
}

function kept(key) {
  let now;
  return {
    get() {
      try {
        return now ?? JSON.parse(localStorage.getItem(key));
      } catch {
        return now ?? null;
      }
    },
    put(value) {
      now = value;
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // storage is refused: it holds as long as the page does, and the ready light says so
      }
    },
    forget() {
      now = undefined;
      try {
        localStorage.removeItem(key);
      } catch {
        // nothing was kept
      }
    },
  };
}
