// What a code says by itself: docs/algorithms/ticket-codes.md and moving-codes.md. Nothing here knows of pages, networks or clocks.

const alphabet32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const alphabet31 = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 152;
const signed = 31;
const moving = { length: 312, certified: 63, certificate: 127, shown: 131, stepSeconds: 10, toleranceSeconds: 30 };
const shortLength = 8;

// {kind: 'full', bytes, key, event, ticket, serial, message, signature, moving}, {kind: 'typed', code, valid} or {kind: 'foreign'}.
export function read(text) {
  const typed = normalised(text);
  if (/^[A-Z0-9]{1,12}$/.test(typed)) return { kind: 'typed', code: typed, valid: isShortCode(typed) };
  return full(text.trim().toUpperCase());
}

function full(text) {
  if (![length, moving.length].includes(text.length) || !/^[A-Z2-7]+$/.test(text)) return { kind: 'foreign' };
  const bytes = base32(text);
  const moves = text.length === moving.length;
  if (bytes[0] !== (moves ? 2 : 1)) return { kind: 'foreign' };
  const view = new DataView(bytes.buffer);
  return {
    kind: 'full',
    text,
    bytes,
    key: view.getInt32(1),
    event: hex(bytes.subarray(5, 13)),
    ticket: uuid(bytes.subarray(13, 29)),
    serial: view.getUint16(29),
    message: bytes.subarray(0, moves ? moving.certified : signed),
    signature: bytes.subarray(moves ? moving.certified : signed, moves ? moving.certificate : undefined),
    moving: moves ? proof(bytes, view) : null,
  };
}

// Of a code that moves: the page's key and signature, and when it began to be shown.
function proof(bytes, view) {
  return {
    key: bytes.subarray(signed, moving.certified),
    message: bytes.subarray(0, moving.shown),
    signature: bytes.subarray(moving.shown),
    shownAt: view.getUint32(moving.certificate) * moving.stepSeconds * 1000,
  };
}

// Why a genuine code does not count here and now, or undefined. @param rule 'off', 'preferred', 'required'
export function flaw(code, rule, now) {
  if (!rule || rule === 'off') return undefined;
  if (!code.moving) return rule === 'required' ? 'static_code' : undefined;
  const { shownAt } = code.moving;
  const isFresh = now <= shownAt + (moving.stepSeconds + moving.toleranceSeconds) * 1000 && now >= shownAt - moving.toleranceSeconds * 1000;
  return isFresh ? undefined : 'stale_code';
}

// What all codes of one ticket begin with: in view of a camera a moving one is the same ticket still.
export function stem(text) {
  const code = text.trim();
  return code.length === moving.length ? code.slice(0, 49) : code;
}

// Whether a code was signed for this event: it carries the low half of the event's id.
export function isFor(code, event) {
  return event.replaceAll('-', '').slice(16).toLowerCase() === code.event;
}

export function isShortCode(code) {
  if (code.length !== shortLength) return false;
  const digits = [...code].map((letter) => alphabet31.indexOf(letter));
  const sum = digits.slice(0, -1).reduce((total, digit, i) => total + (i + 1) * digit, 0);
  return digits.every((digit) => digit >= 0) && sum % alphabet31.length === digits.at(-1);
}

export function normalised(text) {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

export function base32(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    held = ((held << 5) | alphabet32.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function uuid(bytes) {
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

// Both alphabets of Base64, with or without padding.
export function base64(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

export function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function base32Of(bytes) {
  let letters = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) letters += alphabet32[(held >> (bits - 5)) & 31];
  }
  return bits > 0 ? letters + alphabet32[(held << (5 - bits)) & 31] : letters;
}
