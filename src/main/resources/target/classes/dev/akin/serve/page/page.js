// What makes akin's pages faster. Without scripts they do the same, with more loading.

import { copyButtons } from './copy.js';
import { completeSearches } from './completion.js';
import { takeDrops } from './drop.js';
import { keepFolder } from './folder.js';
import { moveByKeys } from './keys.js';
import { replaceParts } from './replace.js';

completeSearches(document.getElementById('q'));
moveByKeys();
replaceParts();
copyButtons();
keepFolder();
takeDrops();
