// The tip for the paper under the pointer. If the map is moved with keys, for the paper nearest to
// the middle.

const tip = document.getElementById('tip');
const aim = { point: -1, keys: false };
let spoken = 0;

function aimAt(point) {
  if (point !== aim.point) {
    aim.point = point;
    redraw();
  }
  showTip();
}

function aimAtMiddle() {
  aim.keys = true;
  aimAt(nearest(view.width / 2, view.height / 2, 60));
  clearTimeout(spoken);
  spoken = setTimeout(() => {
    if (aim.keys && aim.point >= 0 && ready) status.textContent = titleOf(aim.point);
  }, 500);
}

function aimAway() {
  aim.keys = false;
  aimAt(-1);
  redraw();
}

function showTip() {
  tip.hidden = aim.point < 0 || !ready;
  if (tip.hidden) return;
  const place = topicOf(aim.point);
  tip.replaceChildren(anyWay('strong', '', titleOf(aim.point)), facts(aim.point));
  if (place >= 0) {
    const topic = element('span', 'topic');
    topic.append(swatch(topics[place]), anyWay('span', 'label', topics[place].label));
    tip.append(topic);
  }
  const x = screenX(aim.point);
  const y = screenY(aim.point);
  const left = Math.min(view.width - tip.offsetWidth - 8, Math.max(8, x - tip.offsetWidth / 2));
  const above = y - tip.offsetHeight - 14;
  tip.style.left = left + 'px';
  tip.style.top = (above > 8 ? above : y + 14) + 'px';
}
