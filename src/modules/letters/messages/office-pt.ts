import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OfficeKeys } from './office-en.ts'

export const office: Messages<OfficeKeys> = {
  'letters.begin-editing': 'Abrir num programa',
  'letters.note-opening': 'Anotar o que um programa faz com uma carta',
  'letters.keep-office-file': 'Guardar o que diz um ficheiro Word',
  'letters.show-opening': 'Endereço de uma carta aberta',
  'refusal.letter-file-unreadable': 'Não é um ficheiro Word (DOCX) que se consiga ler.',
  'refusal.letter-file-unreadable.todo': 'Guarde-o como DOCX, com menos de 20 MB, e escolha esse.',
  'refusal.letter-file-locked': 'O ficheiro Word está protegido por palavra-passe.',
  'refusal.letter-file-locked.todo': 'Guarde-o sem palavra-passe.',
  'refusal.letter-file-unsafe': 'O ficheiro Word executa algo, ou vai buscar algo a outro lado quando é aberto.',
  'refusal.letter-file-unsafe.todo': 'Guarde-o como DOCX sem macros, imagens ligadas nem programas incorporados.',
  'refusal.letter-file-unknown': 'Não existe tal ficheiro Word.',
  'refusal.letter-file-unknown.todo': 'Escolha o ficheiro outra vez.',
  'refusal.letter-file-fields-unknown': 'Estes campos não significam nada aqui: {fields}.',
  'refusal.letter-file-fields-unknown.todo':
    'Corrija-os no ficheiro. O que só quem escreve sabe pede-se com um ponto de interrogação antes, por exemplo ?Valor.',
  'refusal.letter-being-edited': '{who} tem «{title}» aberta num programa.',
  'refusal.letter-being-edited.todo': 'Espere até ser fechada, o mais tardar às {until} se ninguém continuar.',
  'refusal.letter-opening-over': 'Já não está aberta aqui.',
  'refusal.letter-opening-over.todo': 'Abra-a de novo a partir da carta.',
  'refusal.letter-no-converter': 'Não foi possível fazer um PDF do ficheiro Word.',
  'refusal.letter-no-converter.todo':
    'Guarde-o como PDF no seu processador de texto, ou peça a quem gere o Kontor que indique um (KONTOR_WORD_PROCESSOR).',
  'refusal.merge-of-what':
    'Uma carta para muitos é escrita a partir de um modelo ou de um ficheiro Word, não de ambos.',
  'refusal.merge-of-what.todo': 'Escolha um modelo ou use um ficheiro Word.',
  'page.merge.reason.file': 'Não foi possível preencher o ficheiro Word',
  'page.merge.printed': 'O que foi feito para imprimir',
  'page.merge.zip-word': 'Cada uma como ficheiro Word próprio',
  'page.merge.print-word': 'Criar o ficheiro para imprimir',
  'page.merge.no-pdf':
    'É impressa e enviada como ficheiro Word, porque não há no servidor um processador de texto configurado que crie PDF.',
  'page.merge.take-word': 'Usar antes um ficheiro Word …',
  'page.merge.word-file': 'Ficheiro Word',
  'page.merge.word-file.hint':
    'Os campos de impressão em série e os nomes entre chavetas duplas são preenchidos a partir das colunas com o mesmo nome ou do diretório.',
  'event.letters.letter-opened': '{who} abriu a carta «{title}» num programa',
  'event.letters.version-aside':
    '{who} guardou a carta «{title}», que entretanto tinha sido alterada: a versão {number} fica ao lado',
  'field.letters.fileId': 'Ficheiro Word',
  'page.task.version-aside': 'Duas versões de «{title}»: junte a versão {number} e a mais recente',
  'page.letter.open-word': 'Abrir no Word',
  'page.letter.open-libreoffice': 'Abrir no LibreOffice',
  'page.letter.open-none':
    'Se nada abrir, não há tal programa neste computador: descarregue o ficheiro Word e volte a guardá-lo aqui.',
  'page.letter.opened': 'Aberta no seu programa. O que lá guardar passa a ser uma versão aqui.',
  'page.letter.take-file': 'Continuar com um ficheiro Word …',
  'page.letter.take-newer': 'Guardar um ficheiro alterado',
  'page.letter.write-here': 'Escrever antes aqui',
  'page.letter.write-here.sure': 'As palavras passam para aqui, o aspeto do ficheiro não. O ficheiro fica em Versões.',
  'page.letter.is-file': 'Esta carta é um ficheiro Word',
  'page.letter.words': 'As palavras do ficheiro. O aspeto está no próprio ficheiro.',
  'page.letter.no-pdf':
    'É arquivada e enviada como ficheiro Word, porque no servidor não está configurado um processador de texto que faça PDF.',
  'page.letter.see-pdf': 'Ver o PDF',
  'page.letter.held': '{who} tem-na aberta num programa, até às {time} se não continuar.',
  'page.letter.aside': 'ao lado: entretanto outra pessoa tinha guardado',
  'page.letter.word-file': 'Ficheiro Word',
  'page.template.take-file': 'Usar um ficheiro Word',
  'page.template.take-newer': 'Usar um ficheiro mais recente',
  'page.template.is-file': 'Este texto é um ficheiro Word: {name}',
  'page.template.fields':
    'Os campos estão entre chavetas duplas, como campos de impressão em série ou como controlos de conteúdo com o nome do campo como etiqueta. Um ponto de interrogação antes pergunta a quem escreve.',
  'page.template.fetch': 'Descarregar o ficheiro',
}
