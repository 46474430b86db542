// npm run gallery: writes the page of every problem.
import { writeFileSync } from 'node:fs';
import { GALLERY_FILE, writeGallery } from './gallery.js';

writeFileSync(GALLERY_FILE, writeGallery());
