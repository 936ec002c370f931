export { wordFaults } from './word-faults.js';
