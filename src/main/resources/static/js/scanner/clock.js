// How far this device's clock is off, by the server's, and the right time by both.

export function clock(offset = 0, local = () => Date.now()) {
  return {
    get offset() {
      return offset;
    },
    now: () => local() + offset,
    // by the middle of the request: a slow answer errs by half its way at most
    learn(serverTime, sentAt, receivedAt) {
      const there = Date.parse(serverTime);
      if (Number.isFinite(there)) offset = there - (sentAt + receivedAt) / 2;
    },
  };
}
