// Holds the lock's socket of an address until it is killed; says "held" when it has it.
import net from 'node:net';

net
  .createServer()
  .listen(process.argv[2] === 'abstract' ? `\0${process.argv[3]}` : process.argv[3], () => console.log('held'));
