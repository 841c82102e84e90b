@echo off
chcp 65001 >nul
cd /d "%~dp0"
if not exist "{python}" goto unpack
"{python}" -X utf8 -m deploy.start %*
if errorlevel 1 pause
exit /b %errorlevel%
:unpack
echo Please unpack the whole archive first.
echo 请先把压缩包全部解压，再运行解压后的“启动”。
pause
exit /b 1
