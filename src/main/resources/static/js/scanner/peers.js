// Connections to the devices that this one is paired with: a data channel each, over the venue's own network.
import { described, opened, sealed, spoken } from './pairing.js';

const gathering = 3000;
const portion = 100;
const full = 1e6;

// me: {id, name}; key() is what the server gave the event's devices; known() all that a new one should hear;
// heard(facts) answers those that were news, which go on to the others; changed(names) who is there
export function peers({ me, key, known, heard, changed }) {
  const links = new Map();
  let offered;

  // The text for a QR that another device scans.
  async function offer() {
    offered?.pc.close();
    const { pc, channel } = connection();
    await pc.setLocalDescription(await pc.createOffer());
    const text = await sealed({ kind: 'offer', device: me.id, ...(await addressed(pc)) }, key());
    offered = { pc, channel, text };
    return text;
  }

  // What another device's QR says: {answer: the text to show it}, {met: true}, or {problem: a word's key}.
  async function meet(text) {
    const said = await opened(text, key(), offered?.text);
    if (!said || said.device === me.id) return { problem: 'pair_foreign' };
    if (said.kind === 'answer') return accepted(said);
    const { pc, channel } = connection();
    await pc.setRemoteDescription({ type: 'offer', sdp: described(said) });
    await pc.setLocalDescription(await pc.createAnswer());
    join(said.device, pc, channel);
    return { answer: await sealed({ kind: 'answer', device: me.id, ...(await addressed(pc)) }, key(), text.trim().toUpperCase()) };
  }

  async function accepted(said) {
    const { pc, channel } = offered;
    offered = undefined;
    join(said.device, pc, channel);
    await pc.setRemoteDescription({ type: 'answer', sdp: described(said) });
    return { met: true };
  }

  function join(device, pc, channel) {
    links.get(device)?.pc.close();
    const link = { pc, channel, name: undefined };
    links.set(device, link);
    const gone = () => {
      if (links.get(device) === link) links.delete(device);
      pc.close();
      tell();
    };
    channel.onopen = () => {
      channel.send(JSON.stringify({ name: me.name }));
      send(link, known());
    };
    channel.onmessage = ({ data }) => receive(link, data);
    channel.onclose = gone;
    pc.onconnectionstatechange = () => pc.connectionState === 'failed' && gone();
  }

  function receive(link, data) {
    const { name, facts } = parsed(data);
    if (typeof name === 'string') {
      link.name = name.slice(0, 60);
      tell();
    }
    if (!Array.isArray(facts)) return;
    const news = heard(facts);
    for (const other of links.values()) if (other !== link) send(other, news);
  }

  async function send({ channel }, facts) {
    for (let at = 0; at < facts.length && channel.readyState === 'open'; at += portion) {
      while (channel.bufferedAmount > full) await new Promise((resolve) => setTimeout(resolve, 20));
      channel.send(JSON.stringify({ facts: facts.slice(at, at + portion) }));
    }
  }

  function tell() {
    changed([...links.values()].map((link) => link.name).filter(Boolean));
  }

  return {
    offer,
    meet,
    share: (...facts) => links.forEach((link) => send(link, facts)),
    // this device is no member any more, or another one is not
    part() {
      offered?.pc.close();
      offered = undefined;
      links.forEach(({ pc }) => pc.close());
      links.clear();
      tell();
    },
  };
}

function connection() {
  const pc = new RTCPeerConnection({ iceServers: [] });
  return { pc, channel: pc.createDataChannel('scans', { negotiated: true, id: 0 }) };
}

// With its addresses, which a browser finds within moments since it asks nobody.
async function addressed(pc) {
  const all = new Promise((resolve) => pc.addEventListener('icegatheringstatechange', () => pc.iceGatheringState === 'complete' && resolve()));
  if (pc.iceGatheringState !== 'complete') await Promise.race([all, new Promise((resolve) => setTimeout(resolve, gathering))]);
  return spoken(pc.localDescription.sdp);
}

function parsed(data) {
  try {
    return JSON.parse(data) ?? {};
  } catch {
    return {};
  }
}
