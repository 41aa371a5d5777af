// Ed25519 by the browser; where it lacks that, by a small library that is loaded then only.
import { base64 } from './code.js';

// A function from a code to 'genuine', 'forged' or 'unknown_key'. @param keys [{id, publicKey: 32 bytes as Base64}]
export function verifier(keys) {
  const raw = new Map(keys.map((key) => [key.id, base64(key.publicKey)]));
  const imported = new Map();
  return async (code) => {
    if (!raw.has(code.key)) return 'unknown_key';
    if (!imported.has(code.key)) imported.set(code.key, browserKey(raw.get(code.key)));
    const ours = await isSigned(code, raw.get(code.key), imported.get(code.key));
    const { moving } = code;
    return ours && (!moving || (await isSigned(moving, moving.key, browserKey(moving.key)))) ? 'genuine' : 'forged';
  };
}

async function isSigned(what, raw, imported) {
  const key = await imported;
  return key ? crypto.subtle.verify('Ed25519', key, what.signature, what.message) : verifiedByLibrary(what, raw);
}

// undefined where the browser has no Ed25519
function browserKey(raw) {
  return crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']).catch(() => undefined);
}

export async function verifiedByLibrary(code, raw) {
  const { verifyAsync } = await import('../../vendor/noble/ed25519.js');
  return verifyAsync(code.signature, code.message, raw, { zip215: false }).catch(() => false);
}
