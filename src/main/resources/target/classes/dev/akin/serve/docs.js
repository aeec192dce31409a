// The page on which people try the API. What they try is about papers of this index, not about those
// of the demo, which the description has as examples.

const DEMO = ['vaswani-2017-attention', 'lamport-1978-clocks', 'codd-1970-relational', 'bahdanau-2015-align'];
const DEMO_PHRASE = 'how users point at things on a screen';
const DEMO_START = 'vasw';

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address + ': ' + answer.status);
  return answer.json();
}

// Puts ids and words of the index in place of the demo's.
function replaced(part, papers) {
  const words = papers[0].title.split(/\s+/).slice(0, 6).join(' ');
  const others = [[DEMO_PHRASE, words], [DEMO_START, words.slice(0, 4)],
    ...DEMO.map((id, i) => [id, papers[i % papers.length].id])];
  const exchange = (value) => {
    if (typeof value === 'string') return others.find(([old]) => old === value)?.[1] ?? value;
    if (Array.isArray(value)) return value.map(exchange);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, exchange(inner)]));
  };
  return exchange(part);
}

async function described() {
  const spec = await json('/openapi.json');
  try {
    const papers = (await json('/v1/papers?limit=4&fields=title')).results;
    if (papers.length > 0) {
      spec.components.parameters = replaced(spec.components.parameters, papers);
      for (const operation of Object.values(spec.paths).flatMap(Object.values)) {
        if (operation.requestBody) operation.requestBody = replaced(operation.requestBody, papers);
      }
    }
  } catch {
    // Without a key nobody may know the papers; the demo's are examples all the same.
  }
  return spec;
}

described().then((spec) =>
  SwaggerUIBundle({
    spec,
    dom_id: '#api',
    validatorUrl: null, // nothing is sent anywhere else
    queryConfigEnabled: false,
    deepLinking: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: 0,
  }));
