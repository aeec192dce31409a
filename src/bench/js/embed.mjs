// Embeds the texts of the standard input, a JSON string a line, with transformers.js in batches
// sorted by length. Prints as JSON its seconds, without the model's loading and a first call, and
// the vectors in the order of the texts.
//
// Usage: node embed.mjs FOLDER_OF_MODELS MODEL BATCH
import { readFileSync } from 'node:fs';
import { env, pipeline } from '@huggingface/transformers';

const [folder, model, batch] = process.argv.slice(2);
const size = Number(batch);
env.localModelPath = folder;
env.allowRemoteModels = false;

const texts = readFileSync(0, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line));
const order = texts.map((_, i) => i).sort((a, b) => texts[b].length - texts[a].length);
const extract = await pipeline('feature-extraction', model, { dtype: 'fp32' });

async function embed(some) {
  const answer = await extract(some.map(i => texts[i]), { pooling: 'mean', normalize: true });
  return answer.tolist();
}

await embed(order.slice(0, size));
const vectors = [];
const start = performance.now();
for (let from = 0; from < order.length; from += size) {
  const some = order.slice(from, from + size);
  (await embed(some)).forEach((vector, row) => { vectors[some[row]] = vector; });
}
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, vectors }));
