// A plan of seats on a canvas, for whoever picks seats and whoever draws them. Five thousand seats are five thousand small shapes, a
// few paths of them: one for each colour. What is out of sight is not drawn.

export class SeatPlan {
  /**
   * colour(seat) answers a colour; told(seat or null) is called for the seat under the pointer; tapped(seat) for a choice. drags()
   * says whether a section is moved instead of the plan, dragged(section, x, y) how far it was.
   */
  constructor(canvas, { colour, mark, tapped, told, drags, dragged }) {
    Object.assign(this, { canvas, colour, mark, tapped, told, drags, dragged });
    this.context = canvas.getContext('2d');
    this.seats = [];
    this.pointers = new Map();
    this.view = { scale: 1, x: 0, y: 0 };
    this.fitted = true;
    new ResizeObserver(() => this.resize()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
    this.listen();
  }

  /** Seats as the API tells them, flat and in the order of the plan. */
  show(map) {
    this.seats = [];
    this.labels = [];
    for (const section of map.sections) {
      const first = this.seats.length;
      for (const row of section.rows) {
        for (const seat of row.seats) this.seats.push({ ...seat, row, section, number: this.seats.length });
      }
      const own = this.seats.slice(first);
      if (own.length > 0) {
        this.labels.push({ name: section.name, x: (least(own, 'x') + most(own, 'x')) / 2, y: least(own, 'y') });
      }
    }
    this.bounds = this.seats.length === 0 ? { left: -100, right: 100, top: -100, bottom: 100 } : {
      left: least(this.seats, 'x') - 30, right: most(this.seats, 'x') + 30,
      top: least(this.seats, 'y') - 70, bottom: most(this.seats, 'y') + 30,
    };
    this.grid();
    this.resize();
  }

  /** Which seats lie in which square of the plane, for finding the one under a finger. */
  grid() {
    this.cells = new Map();
    for (const seat of this.seats) {
      const key = cell(seat.x, seat.y);
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(seat);
    }
  }

  resize() {
    const box = this.canvas.getBoundingClientRect();
    if (box.width === 0 || !this.bounds) return;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    this.width = box.width;
    this.height = box.height;
    this.canvas.width = Math.round(box.width * ratio);
    this.canvas.height = Math.round(box.height * ratio);
    this.ratio = ratio;
    if (this.fitted) this.fit();
    this.draw();
  }

  fit() {
    const { left, right, top, bottom } = this.bounds;
    const scale = Math.min(this.width / (right - left), this.height / (bottom - top));
    this.least = scale;
    this.view = {
      scale,
      x: (this.width - (right + left) * scale) / 2,
      y: (this.height - (bottom + top) * scale) / 2,
    };
    this.fitted = true;
    this.draw();
  }

  zoom(by, x = this.width / 2, y = this.height / 2) {
    const scale = Math.max(this.least * 0.8, Math.min(4, this.view.scale * by));
    const change = scale / this.view.scale;
    this.view = { scale, x: x - (x - this.view.x) * change, y: y - (y - this.view.y) * change };
    this.fitted = false;
    this.draw();
  }

  draw() {
    if (this.drawing) return;
    this.drawing = requestAnimationFrame(() => {
      this.drawing = null;
      this.paint();
    });
  }

  paint() {
    if (!this.width) return;
    const { context, ratio } = this;
    const { scale, x, y } = this.view;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
    const edges = { left: -x / scale - 12, right: (this.width - x) / scale + 12, top: -y / scale - 12, bottom: (this.height - y) / scale + 12 };
    const seen = this.seats.filter((s) => s.x > edges.left && s.x < edges.right && s.y > edges.top && s.y < edges.bottom);
    const paths = new Map();
    const round = scale > 0.55;
    for (const seat of seen) {
      const colour = this.colour(seat);
      let path = paths.get(colour);
      if (!path) paths.set(colour, (path = new Path2D()));
      if (round) path.roundRect(seat.x - 8, seat.y - 8, 16, 16, 5);
      else path.rect(seat.x - 7.5, seat.y - 7.5, 15, 15);
    }
    for (const [colour, path] of paths) {
      context.fillStyle = colour;
      context.fill(path);
    }
    this.words(seen, scale);
  }

  words(seen, scale) {
    const { context } = this;
    const ink = getComputedStyle(this.canvas).color;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = ink;
    context.font = `600 ${Math.max(14, 13 / scale)}px Inter, system-ui, sans-serif`;
    for (const label of this.labels) context.fillText(label.name, label.x, label.y - 26 - 6 / scale);
    if (scale > 1.1) {
      context.font = '8px Inter, system-ui, sans-serif';
      for (const seat of seen) {
        context.fillStyle = this.mark ? this.mark(seat) : ink;
        context.fillText(seat.accessible ? '♿' : seat.label, seat.x, seat.y + 0.5);
      }
    }
  }

  /** The seat nearest to a point of the canvas, within a fingertip. */
  at(x, y) {
    const reach = Math.max(9, 14 / this.view.scale);
    const there = { x: (x - this.view.x) / this.view.scale, y: (y - this.view.y) / this.view.scale };
    let best = null;
    let distance = reach * reach;
    const around = Math.ceil(reach / CELL);
    const [cx, cy] = [Math.floor(there.x / CELL), Math.floor(there.y / CELL)];
    for (let i = cx - around; i <= cx + around; i++) {
      for (let j = cy - around; j <= cy + around; j++) {
        for (const seat of this.cells.get(`${i}:${j}`) ?? []) {
          const d = (seat.x - there.x) ** 2 + (seat.y - there.y) ** 2;
          if (d < distance) [best, distance] = [seat, d];
        }
      }
    }
    return best;
  }

  listen() {
    const { canvas, pointers } = this;
    const where = (event) => {
      const box = canvas.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, where(event));
      if (pointers.size === 1) {
        const start = where(event);
        const section = this.drags?.() ? this.at(start.x, start.y)?.section : undefined;
        this.start = { ...start, moved: false, section, x0: 0, y0: 0 };
      }
    });
    canvas.addEventListener('pointermove', (event) => {
      const now = where(event);
      const before = pointers.get(event.pointerId);
      if (!before) {
        const seat = this.at(now.x, now.y);
        canvas.toggleAttribute('data-over', seat !== null);
        this.told?.(seat);
        return;
      }
      if (pointers.size === 2) this.pinch(event.pointerId, before, now);
      else if (this.start && Math.hypot(now.x - this.start.x, now.y - this.start.y) > 6) {
        this.start.moved = true;
        if (this.start.section) this.drag(now.x - before.x, now.y - before.y);
        else this.pan(now.x - before.x, now.y - before.y);
      }
      if (this.start?.moved || pointers.size === 2) pointers.set(event.pointerId, now);
    });
    const end = (event) => {
      const last = pointers.get(event.pointerId);
      pointers.delete(event.pointerId);
      if (event.type === 'pointerup' && last && this.start && !this.start.moved && pointers.size === 0) this.tap(this.start);
      if (event.type === 'pointerup' && this.start?.section && this.start.moved) this.dragged(this.start.section, this.start.x0, this.start.y0);
      if (pointers.size > 0) this.start = { ...[...pointers.values()][0], moved: true };
    };
    canvas.addEventListener('pointerup', end);
    canvas.addEventListener('pointercancel', end);
    canvas.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { x, y } = where(event);
      this.zoom(Math.exp(-event.deltaY / 200), x, y);
    }, { passive: false });
  }

  /** Seats too small for a finger: the first tap comes closer. */
  tap({ x, y }) {
    if (this.view.scale * 16 < 11 && matchMedia('(pointer: coarse)').matches) this.zoom(16 / (this.view.scale * 16), x, y);
    else {
      const seat = this.at(x, y);
      if (seat) this.tapped(seat);
    }
  }

  drag(x, y) {
    const { scale } = this.view;
    for (const seat of this.seats) {
      if (seat.section !== this.start.section) continue;
      seat.x += x / scale;
      seat.y += y / scale;
    }
    this.start.x0 += x / scale;
    this.start.y0 += y / scale;
    this.draw();
  }

  pan(x, y) {
    this.view = { ...this.view, x: this.view.x + x, y: this.view.y + y };
    this.fitted = false;
    this.draw();
  }

  pinch(id, before, now) {
    const [, other] = [...this.pointers.entries()].find(([key]) => key !== id);
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(now.x - other.x, now.y - other.y);
    this.start = { ...now, moved: true };
    if (was > 0) this.zoom(is / was, (now.x + other.x) / 2, (now.y + other.y) / 2);
  }
}

const CELL = 24;
const cell = (x, y) => `${Math.floor(x / CELL)}:${Math.floor(y / CELL)}`;
const least = (seats, axis) => seats.reduce((least, seat) => Math.min(least, seat[axis]), Infinity);
const most = (seats, axis) => seats.reduce((most, seat) => Math.max(most, seat[axis]), -Infinity);
