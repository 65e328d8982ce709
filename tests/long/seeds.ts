/** Which seed this run has: printed, so that what failed can be run again (TAIZHANG_SEED). */
export const seed = Number(process.env.TAIZHANG_SEED ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}: TAIZHANG_SEED=${seed} npm run test:long runs the same again`);
