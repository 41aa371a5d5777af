// The roster: who may come in, each entry closed with a key that only its ticket's own code yields (docs/door-api.md).
import { base64, base64url } from './code.js';

const label = new TextEncoder().encode('marquee-roster-1');
const padLabel = new TextEncoder().encode('marquee-roster-moving-1');
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

// What an entry says of its ticket, or null where it was closed for another code. @param entry {payload, key}
export async function open(entry, code, event) {
  if (code.moving && !entry.key) return null;
  const bytes = base64(entry.payload);
  const key = await (code.moving ? keyUnder(entry.key, code.moving.key, event) : entryKey(code.text, event));
  const iv = bytes.subarray(0, nonceBytes);
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(nonceBytes));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return null;
  }
}

async function entryKey(text, event) {
  return aesKey(await derived(new TextEncoder().encode(text), label, event));
}

// For moving codes the same key lies beside the entry, under a pad that only such codes yield.
async function keyUnder(hidden, holderKey, event) {
  const pad = await derived(holderKey, padLabel, event);
  return aesKey(base64(hidden).map((byte, i) => byte ^ pad[i]));
}

async function derived(secret, info, event) {
  const input = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const salt = Uint8Array.from(event.replaceAll('-', '').match(/../g), (pair) => parseInt(pair, 16));
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, input, 256));
}

function aesKey(bytes) {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
}

// The roster after an answer of the server's. One that is cut off leaves what came, and the cursor as it was.
export function merged(before, text, receivedAt) {
  const rows = text.split('\n').filter(Boolean).flatMap(parsed);
  const [head, ...rest] = rows;
  if (!head?.version) return before;
  const last = rest.at(-1)?.cursor ? rest.pop() : null;
  const entries = head.full && last ? new Map() : new Map(before?.entries);
  for (const [name, serial, state, payload, key] of rest) entries.set(name, { serial, state, payload, key });
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
