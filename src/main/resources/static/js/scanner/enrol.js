// A device comes to its door by the organizer's link: <base>/scanner#e_…, opened or scanned.
import { base64url } from './code.js';
import { enrol as ask } from './api.js';
import { enrolment, moveTo, station } from './station.js';

// The token in a link or a scanned text, else null.
export function tokenIn(text) {
  return text.match(/#(e_[\w-]{43})$/)?.[1] ?? (/^e_[\w-]{43}$/.test(text) ? text : null);
}

// The station, or {problem: a word's key}.
export async function enrol(token, post = ask) {
  const before = enrolment.get();
  const key = before?.token === token ? before.key : base64url(crypto.getRandomValues(new Uint8Array(32)));
  enrolment.put({ token, key });
  const answer = await post(token, key);
  if (!answer.ok) {
    // a link that is of no use is not tried again, and the door that the device has stays
    if (answer.status === 404 || answer.status === 409) enrolment.forget();
    return { problem: problemOf(answer) };
  }
  const { device, event } = answer.body;
  moveTo({ event, device, token: `d_${key}` });
  enrolment.forget();
  return { station: station.get() };
}

function problemOf({ status, body }) {
  if (status === 404) return 'enrol_unknown';
  if (body?.code === 'enrolment_used') return 'enrol_used';
  if (status === 409) return 'enrol_over';
  return 'enrol_offline';
}
