/** Setup of the project `electron`: run in Node, its tests would prove nothing and stay green. */
if (!('electron' in process.versions)) {
  throw new Error('These tests run inside Electron: npm test -- --project electron');
}
