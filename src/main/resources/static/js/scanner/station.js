// Which door this device stands at: enrolled with a token of its own, or opened by somebody who is signed in.

const name = 'marquee.station';
const enrolling = 'marquee.enrolling';

// {event: {id, slug, title, timeZone}, device: {…} | null, token: 'd_…' | null}
export const station = kept(name);

// {token, key}: made before the server is asked, so that an answer that is lost can be asked for again
export const enrolment = kept(enrolling);

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
