// The roster: who may come in, each entry closed with a key that only its ticket's own code yields (docs/door-api.md).
import { base64, base64url } from './code.js';

const label = new TextEncoder().encode('marquee-roster-1');
const lookupBytes = 12;
const nonceBytes = 12;

// The name under which an entry lies.
export async function lookup(code) {
  const named = new Uint8Array([...label, ...ticketBytes(code)]);
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', named)).subarray(0, lookupBytes));
}

function ticketBytes(code) {
  return code.bytes.subarray(13, 29);
}

// What an entry says of its ticket, or null where it was closed for another code.
export async function open(payload, code, event) {
  const bytes = base64(payload);
  const key = await entryKey(code.text, event);
  const iv = bytes.subarray(0, nonceBytes);
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(nonceBytes));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return null;
  }
}

async function entryKey(text, event) {
  const input = await crypto.subtle.importKey('raw', new TextEncoder().encode(text), 'HKDF', false, ['deriveKey']);
  const salt = Uint8Array.from(event.replaceAll('-', '').match(/../g), (pair) => parseInt(pair, 16));
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: label };
  return crypto.subtle.deriveKey(how, input, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
}

// The roster after an answer of the server's. One that is cut off leaves what came, and the cursor as it was.
export function merged(before, text, receivedAt) {
  const rows = text.split('\n').filter(Boolean).flatMap(parsed);
  const [head, ...rest] = rows;
  if (!head?.version) return before;
  const last = rest.at(-1)?.cursor ? rest.pop() : null;
  const entries = head.full && last ? new Map() : new Map(before?.entries);
  for (const [name, serial, state, payload] of rest) entries.set(name, { serial, state, payload });
  if (!last) return { ...before, entries };
  return { entries, cursor: last.cursor, at: receivedAt };
}

function parsed(line) {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
