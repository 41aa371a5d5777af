// What two devices show each other as QR, to speak without a network: where each listens, and proof that the server enrolled both for
// this event. Nothing here knows of pages or connections. docs/scanner.md has the format.
import { base32, base32Of, hex, uuid } from './code.js';

const prefix = 'PAIR:';
const label = 'marquee-pair-1';
const kinds = ['offer', 'answer'];
const macBytes = 16;
const idBytes = 16;
const fingerprintBytes = 32;
// the name of the moment that a browser gives a phone: an id
const hidden = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.local$/;

export function isPairing(text) {
  return text.trim().toUpperCase().startsWith(prefix);
}

// @param said {kind, device, fingerprint, ufrag, pwd, candidates: [{host, port}]}
// @param key 32 bytes that the server gives to the devices of an event
// @param offer the text that an answer is for
export async function sealed(said, key, offer = '') {
  const body = written(said);
  return prefix + base32Of(new Uint8Array([...body, ...(await mac(key, body, offer))]));
}

// What the other device said, or null where it is none of this event's, or its answer is for another offer than this one.
export async function opened(text, key, offer = '') {
  const letters = text.trim().toUpperCase().slice(prefix.length);
  if (!/^[A-Z2-7]{100,1500}$/.test(letters)) return null;
  const bytes = base32(letters);
  const body = bytes.subarray(0, -macBytes);
  const said = read(body);
  const right = said && (await mac(key, body, said.kind === 'answer' ? offer : ''));
  return right && hex(right) === hex(bytes.subarray(-macBytes)) ? said : null;
}

async function mac(key, body, offer) {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const about = new TextEncoder().encode(`${label} ${offer} `);
  return new Uint8Array(await crypto.subtle.sign('HMAC', hmac, new Uint8Array([...about, ...body]))).subarray(0, macBytes);
}

function written({ kind, device, fingerprint, ufrag, pwd, candidates }) {
  const text = (words) => [words.length, ...new TextEncoder().encode(words)];
  const id = (words) => words.replaceAll('-', '').match(/../g).map((pair) => parseInt(pair, 16));
  const place = (host) => (hidden.test(host) ? [0, ...id(host.replace('.local', ''))] : text(host));
  return Uint8Array.from([
    kinds.indexOf(kind),
    ...id(device),
    ...fingerprint,
    ...text(ufrag),
    ...text(pwd),
    candidates.length,
    ...candidates.flatMap(({ host, port }) => [port >> 8, port & 255, ...place(host)]),
  ]);
}

function read(body) {
  let at = 0;
  const take = (count) => body.subarray(at, (at += count));
  const byte = () => take(1)[0] ?? 0;
  const text = (length = byte()) => new TextDecoder().decode(take(length));
  const host = (length = byte()) => (length === 0 ? `${uuid(take(idBytes))}.local` : text(length));
  const kind = kinds[byte()];
  const device = uuid(take(idBytes));
  const fingerprint = take(fingerprintBytes);
  const [ufrag, pwd] = [text(), text()];
  const candidates = Array.from({ length: byte() }, () => ({ port: (byte() << 8) | byte(), host: host() }));
  const isWhole = at === body.length && kind && [ufrag, pwd].every((word) => /^[\w+/=-]+$/.test(word)) && candidates.every(({ host }) => /^[\w.:-]+$/.test(host));
  return isWhole ? { kind, device, fingerprint, ufrag, pwd, candidates } : null;
}

// The few lines of a browser's description that another one needs: only addresses of this venue, no server is asked for others.
export function spoken(sdp) {
  const line = (name) => sdp.match(new RegExp(`^a=${name}:(.+)$`, 'm'))[1].trim();
  const candidates = [...sdp.matchAll(/^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ host/gim)].map(([, host, port]) => ({ host, port: Number(port) }));
  return {
    ufrag: line('ice-ufrag'),
    pwd: line('ice-pwd'),
    fingerprint: Uint8Array.from(line('fingerprint').replace(/^sha-256 /i, '').split(':'), (pair) => parseInt(pair, 16)),
    candidates: candidates.slice(0, 4),
  };
}

// The whole description again.
export function described({ kind, ufrag, pwd, fingerprint, candidates }) {
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    ...candidates.map(({ host, port }, i) => `a=candidate:${i + 1} 1 udp ${2113937151 - i} ${host} ${port} typ host`),
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    `a=fingerprint:sha-256 ${hex(fingerprint).toUpperCase().match(/../g).join(':')}`,
    `a=setup:${kind === 'offer' ? 'actpass' : 'active'}`,
    'a=mid:0',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
    '',
  ].join('\r\n');
}
