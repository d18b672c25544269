/** Told now and then by a long piece of work: how many steps are done, of how many. */
export type Progress = (done: number, total: number) => void;
